/** Tags of anything: `ResourceTags` for what an ARN leads to, `TagsForm` for what is tagged otherwise. */
export { ResourceTags } from './resource-tags.tsx';
export { type ListedTag, listOf, mapOf, taggedServiceOf } from './services.ts';
export { type TagChanges, TagsForm } from './tags-form.tsx';
