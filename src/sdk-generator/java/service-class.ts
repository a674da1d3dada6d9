import type { SdkApi } from '../api.ts';
import { commentText } from '../names.ts';
import type { JavaContext, NamedOperation } from './context.ts';

/** The client's class, with a method an operation. */
export function serviceClass(
  api: SdkApi,
  serviceName: string,
  operations: readonly NamedOperation[],
  { packageName }: JavaContext,
): string {
  const error = `${serviceName}Exception`;
  return `package ${packageName};

import ${packageName}.internal.Core;
import ${packageName}.model.*;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Client of the API ${commentText(api.name)}. */
public final class ${serviceName} {
    private final Core core;

    private ${serviceName}(Core core) {
        this.core = core;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Everything is optional. With credentials requests are signed, with an API key they carry x-api-key. */
    public static final class Builder {
        private final Core core = new Core();

        private Builder() {
            core.endpoint = ${JSON.stringify(api.endpoint)};
            core.region = ${JSON.stringify(api.region)};
        }

        public Builder endpoint(String endpoint) {
            core.endpoint = endpoint.replaceAll("/+$", "");
            return this;
        }

        public Builder iamRegion(String region) {
            core.region = region;
            return this;
        }

        public Builder iamCredentials(String accessKey, String secretKey) {
            core.accessKey = accessKey;
            core.secretKey = secretKey;
            return this;
        }

        public Builder sessionToken(String sessionToken) {
            core.sessionToken = sessionToken;
            return this;
        }

        public Builder apiKey(String apiKey) {
            core.apiKey = apiKey;
            return this;
        }

        public Builder timeout(java.time.Duration timeout) {
            core.timeout = timeout;
            return this;
        }

        public ${serviceName} build() {
            return new ${serviceName}(core);
        }
    }

${operations
  .map(
    ({ name, operation, request, result }) => `    /** ${operation.httpMethod} ${commentText(operation.path)} */
    public ${result} ${name}(${request} request) {
        return new ${result}(send(request.call()));
    }
`,
  )
  .join('\n')}
    /** Nothing has to be let go of; here for programs that were written for clients that have. */
    public void shutdown() {
    }

    private Core.Answer send(Core.Call call) {
        try {
            Core.Answer answer = core.send(call);
            if (answer.status >= 300) throw new ${error}(answer.status, answer.text());
            return answer;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
`;
}

/** What the client throws. */
export function exceptionClass(serviceName: string, packageName: string): string {
  return `package ${packageName};

/** An answer with a status of 300 or above. */
public class ${serviceName}Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int statusCode;
    private final String body;

    public ${serviceName}Exception(int statusCode, String body) {
        super("Request failed with status code " + statusCode);
        this.statusCode = statusCode;
        this.body = body;
    }

    public int getStatusCode() {
        return statusCode;
    }

    public String getBody() {
        return body;
    }
}
`;
}
