import type { JavaParameters } from './context.ts';

/** The project's description for Maven. */
export function pom({ serviceName, groupId, artifactId, artifactVersion, javaPackageName }: JavaParameters): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>${xml(groupId ?? javaPackageName)}</groupId>
  <artifactId>${xml(artifactId ?? serviceName)}</artifactId>
  <version>${xml(artifactVersion ?? '1.0-SNAPSHOT')}</version>
  <name>${xml(serviceName)}</name>
  <properties>
    <maven.compiler.release>11</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
</project>
`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
