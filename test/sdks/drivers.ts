/**
 * A program a language, over the client generated for it. All make the same calls: open ones, with and without an API key,
 * signed ones whose path, query and body are awkward to sign, and one signed request straight to the backend.
 */

/** The first lines differ between scripts and modules, the rest is the same; `any` is TypeScript's annotation. */
const javascript = (load: string, create: string, any: string) => `
${load}
const { API: endpoint, BACKEND, API_KEY: apiKey, ACCESS_KEY: accessKey, SECRET_KEY: secretKey, SESSION_TOKEN: sessionToken } = process.env;
(async () => {
  const failure = (error${any}) => error.response;
  const client = ${create}({ endpoint: endpoint + '/' });
  const found = await client.petsPetIdGet({ petId: 'a bü', tag: ['x', 'y z'], 'X-Trace': 'traced' });
  const made = await client.createPet({}, { name: 'Rex', weight: 1.5, tags: [{ label: 'good' }] });
  const keyless = await client.secretGet().catch(failure);
  const allowed = await ${create}({ endpoint, apiKey }).secretGet();

  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const awkward = { boxId: 'a b/ü*%2f', proxy: "x y/ü/'(+&=?#)~:@,;", 'filter.name$': 'a=b&c+%41', tag: ['y z', '', "~*!'()", 'ü'] };
  const signer = ${create}({ endpoint, accessKey, secretKey });
  const stored = await signer.store(awkward, bytes);
  const unsigned = await client.store(awkward, bytes).catch(failure);
  const forged = await ${create}({ endpoint, accessKey, secretKey: secretKey + 'x' }).store(awkward, bytes).catch(failure);
  const signed = await signer.both().catch(failure);
  const both = await ${create}({ endpoint, accessKey, secretKey, apiKey }).both();

  const astray = await client.petsPetIdGet({ petId: '..' }).catch((error${any}) => error.message);
  const direct = ${create}({ endpoint: BACKEND, accessKey, secretKey, sessionToken });
  await direct.petsPetIdGet({ petId: 'a b/ü*', tag: ['y z', 'x+1'] }, undefined, { headers: { 'X-More': ' a   b ' } });
  const refused = { keyless, unsigned, forged, signed };
  console.log(JSON.stringify({
    found: found.data,
    made: made.data,
    status: made.status,
    allowed: allowed.data.url,
    stored: Buffer.from(stored.bytes).toString('hex'),
    both: both.data.url,
    astray,
    refused: Object.entries(refused).map(([name, { status, data }]) => [name, status, data.message]),
  }));
})();
`;

export const JAVASCRIPT = javascript(
  "const apigClientFactory = require('./apiGateway-js-sdk/apigClient.js');",
  'apigClientFactory.newClient',
  '',
);

export const TYPESCRIPT = javascript(
  "import { createClient } from './apiGateway-ts-sdk/src/client.ts';\nimport process from 'node:process';",
  'createClient',
  ': any',
);

export const PYTHON = `
import json, os
from api_client import ApiError, Client, models

def failure(call, *args, **more):
    try:
        call(*args, **more)
    except ApiError as error:
        return error.response
    raise Exception("nothing was refused")

endpoint, api_key = os.environ["API"], os.environ["API_KEY"]
access_key, secret_key = os.environ["ACCESS_KEY"], os.environ["SECRET_KEY"]
client = Client(endpoint=endpoint + "/")
found = client.get_pets_pet_id("a bü", tag=["x", "y z"], x_trace="traced")
pet: models.Pet = {"name": "Rex", "weight": 1.5, "tags": [{"label": "good"}]}
made = client.create_pet(body=pet)
keyless = failure(client.get_secret)
allowed = Client(endpoint=endpoint, api_key=api_key).get_secret()

awkward = dict(box_id="a b/ü*%2f", proxy="x y/ü/'(+&=?#)~:@,;", filter_name="a=b&c+%41", tag=["y z", "", "~*!'()", "ü"], body=bytes(range(256)))
signer = Client(endpoint=endpoint, access_key=access_key, secret_key=secret_key)
stored = signer.store(**awkward)
unsigned = failure(client.store, **awkward)
forged = failure(Client(endpoint=endpoint, access_key=access_key, secret_key=secret_key + "x").store, **awkward)
signed = failure(signer.both)
both = Client(endpoint=endpoint, access_key=access_key, secret_key=secret_key, api_key=api_key).both()

try:
    astray = client.get_pets_pet_id("..").status
except ValueError as error:
    astray = str(error)
direct = Client(endpoint=os.environ["BACKEND"], access_key=access_key, secret_key=secret_key, session_token=os.environ["SESSION_TOKEN"])
direct.get_pets_pet_id("a b/ü*", tag=["y z", "x+1"], headers={"X-More": "a   b"})
refused = {"keyless": keyless, "unsigned": unsigned, "forged": forged, "signed": signed}
print(json.dumps({
    "found": found.data,
    "made": made.data,
    "status": made.status,
    "allowed": allowed.data["url"],
    "stored": stored.content.hex(),
    "both": both.data["url"],
    "astray": astray,
    "refused": [[name, answer.status, answer.data.get("message")] for name, answer in refused.items()],
}))
`;

export const JAVA = `
import examples.pets.sdk.*;
import examples.pets.sdk.internal.Json;
import examples.pets.sdk.model.*;
import java.util.*;

public class Driver {
    static final Map<String, String> ENV = System.getenv();

    static PetsSdk.Builder at(String endpoint) {
        return PetsSdk.builder().endpoint(endpoint);
    }

    static PetsSdk.Builder signing(String endpoint) {
        return at(endpoint).iamCredentials(ENV.get("ACCESS_KEY"), ENV.get("SECRET_KEY"));
    }

    static StoreRequest awkward() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) i;
        return new StoreRequest().boxId("a b/\\u00fc*%2f").proxy("x y/\\u00fc/'(+&=?#)~:@,;").filterName("a=b&c+%41")
            .tag(List.of("y z", "", "~*!'()", "\\u00fc")).body(bytes);
    }

    static List<Object> failure(String name, Runnable call) {
        try {
            call.run();
        } catch (PetsSdkException error) {
            return Arrays.asList(name, error.getStatusCode(), ((Map<?, ?>) Json.read(error.getBody())).get("message"));
        }
        throw new IllegalStateException("nothing was refused");
    }

    static Object url(Object result) {
        return ((Map<?, ?>) result).get("url");
    }

    public static void main(String[] args) {
        String api = ENV.get("API");
        PetsSdk client = at(api + "/").build();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("found", client.getPetsPetId(
            new GetPetsPetIdRequest().petId("a b\\u00fc").tag(List.of("x", "y z")).xTrace("traced")).getResult());
        CreatePetResult made = client.createPet(new CreatePetRequest()
            .pet(new Pet().name("Rex").weight(1.5).tags(List.of(new Tag().label("good")))));
        Pet pet = made.getResult();
        if (pet.getId() != 7L || !pet.getTags().get(0).getLabel().equals("good")) throw new IllegalStateException();
        out.put("made", made.getPet().toJson());
        out.put("status", made.sdkStatusCode());
        PetsSdk keyed = at(api).apiKey(ENV.get("API_KEY")).build();
        out.put("allowed", url(keyed.getSecret(new GetSecretRequest()).getResult()));

        PetsSdk signer = signing(api).build();
        StringBuilder stored = new StringBuilder();
        for (byte b : signer.store(awkward()).sdkBytes()) stored.append(String.format("%02x", b));
        out.put("stored", stored.toString());
        PetsSdk both = signing(api).apiKey(ENV.get("API_KEY")).build();
        out.put("both", url(both.both(new BothRequest()).getResult()));
        PetsSdk forger = at(api).iamCredentials(ENV.get("ACCESS_KEY"), ENV.get("SECRET_KEY") + "x").build();
        out.put("refused", List.of(
            failure("keyless", () -> client.getSecret(new GetSecretRequest())),
            failure("unsigned", () -> client.store(awkward())),
            failure("forged", () -> forger.store(awkward())),
            failure("signed", () -> signer.both(new BothRequest()))));

        try {
            client.getPetsPetId(new GetPetsPetIdRequest().petId(".."));
        } catch (IllegalArgumentException error) {
            out.put("astray", error.getMessage());
        }
        signing(ENV.get("BACKEND")).sessionToken(ENV.get("SESSION_TOKEN")).build()
            .getPetsPetId(new GetPetsPetIdRequest().petId("a b/\\u00fc*").tag(List.of("y z", "x+1")).xTrace(" a   b "));
        System.out.println(Json.write(out));
        client.shutdown();
    }
}
`;
