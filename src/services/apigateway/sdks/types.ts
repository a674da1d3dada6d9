import type { SdkLanguage } from '../../../sdk-generator/index.ts';

/** A kind of client that can be generated, in the words of AWS's `SdkType`. */
export interface SdkTypeInfo {
  readonly id: SdkLanguage;
  readonly friendlyName: string;
  readonly description: string;
  readonly configurationProperties: readonly SdkProperty[];
}

/** What the caller may say of a client, by the name of a parameter of `GetSdk`. */
export interface SdkProperty {
  readonly name: string;
  readonly friendlyName: string;
  readonly description: string;
  readonly required: boolean;
  readonly defaultValue?: string;
}

/** Guide page generate-java-sdk-of-an-api; API reference, `GetSdk`, `parameters`. */
const JAVA: readonly SdkProperty[] = [
  {
    name: 'serviceName',
    friendlyName: 'Service Name',
    description: "The name of the client's class, such as SimpleCalcSdk.",
    required: true,
  },
  {
    name: 'javaPackageName',
    friendlyName: 'Java Package Name',
    description: 'The package of the client, such as examples.aws.apig.simpleCalc.sdk.',
    required: true,
  },
  { name: 'groupId', friendlyName: 'Java Group Id', description: "The project's groupId in pom.xml.", required: false },
  {
    name: 'artifactId',
    friendlyName: 'Java Artifact Id',
    description: "The project's artifactId in pom.xml.",
    required: false,
  },
  {
    name: 'artifactVersion',
    friendlyName: 'Java Artifact Version',
    description: "The project's version in pom.xml.",
    required: false,
    defaultValue: '1.0-SNAPSHOT',
  },
];

/** The first two are AWS's, the others ours. What is not here is not offered. */
export const SDK_TYPES: readonly SdkTypeInfo[] = [
  { id: 'java', friendlyName: 'Java', description: 'A client for Java 11 and later.', configurationProperties: JAVA },
  {
    id: 'javascript',
    friendlyName: 'JavaScript',
    description: 'A client for browsers and Node.js.',
    configurationProperties: [],
  },
  {
    id: 'typescript',
    friendlyName: 'TypeScript',
    description: 'A typed client for browsers and Node.js.',
    configurationProperties: [],
  },
  {
    id: 'python',
    friendlyName: 'Python',
    description: 'A client for Python 3.8 and later, on the standard library alone.',
    configurationProperties: [],
  },
];
