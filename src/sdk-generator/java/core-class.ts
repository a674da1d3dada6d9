/** Requests and their signatures. */
export const CORE_CLASS = `import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends requests, signed where there are credentials. */
public final class Core {
    public String endpoint;
    public String region;
    public String accessKey;
    public String secretKey;
    public String sessionToken;
    public String apiKey;
    public Duration timeout = Duration.ofSeconds(30);
    private final HttpClient http = HttpClient.newHttpClient();

    /** One request while it is put together. */
    public static final class Call {
        final String method;
        final String path;
        final List<String[]> query = new ArrayList<>();
        final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String expanded;
        String body;

        public Call(String method, String path) {
            this.method = method;
            this.path = path;
            this.expanded = path;
        }

        public Call path(String name, Object value) {
            if (value == null) throw new IllegalArgumentException("The path parameter " + name + " is missing.");
            StringBuilder greedy = new StringBuilder();
            for (String part : value.toString().split("/", -1)) greedy.append('/').append(encode(part));
            expanded = expanded.replace("{" + name + "+}", greedy.substring(1)).replace("{" + name + "}", encode(value.toString()));
            return this;
        }

        public Call query(String name, Object value) {
            if (value instanceof Iterable) for (Object item : (Iterable<?>) value) query(name, item);
            else if (value != null) query.add(new String[] {name, value.toString()});
            return this;
        }

        public Call header(String name, Object value) {
            if (value != null) headers.put(name, value.toString());
            return this;
        }

        public Call body(Object value) {
            if (value != null) body = value instanceof String ? (String) value : Json.write(value);
            return this;
        }
    }

    /** What came back. */
    public static final class Answer {
        public final int status;
        public final Map<String, List<String>> headers;
        public final String body;

        Answer(int status, Map<String, List<String>> headers, String body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        /** The body as JSON, null for one that is none. */
        public Object json() {
            try {
                return body.isEmpty() ? null : Json.read(body);
            } catch (IllegalArgumentException error) {
                return null;
            }
        }
    }

    /** Values of JSON as the types of models. */
    public static final class Convert {
        public static Double toDouble(Object value) {
            return value instanceof Number ? Double.valueOf(((Number) value).doubleValue()) : null;
        }

        public static Long toLong(Object value) {
            return value instanceof Number ? Long.valueOf(((Number) value).longValue()) : null;
        }

        public static String toText(Object value) {
            if (value == null || value instanceof String) return (String) value;
            return Json.write(value);
        }

        public static Boolean toFlag(Object value) {
            return value instanceof Boolean ? (Boolean) value : null;
        }

        @SuppressWarnings("unchecked")
        public static Map<String, Object> toMap(Object value) {
            return value instanceof Map ? (Map<String, Object>) value : null;
        }

        @SuppressWarnings("unchecked")
        public static <I, T> List<T> toList(Object value, java.util.function.Function<I, T> item) {
            if (!(value instanceof List)) return null;
            List<T> list = new ArrayList<>();
            for (Object each : (List<?>) value) list.add(item.apply((I) each));
            return list;
        }
    }

    public Answer send(Call call) throws IOException {
        call.headers.putIfAbsent("Accept", "application/json");
        if (call.body != null) call.headers.putIfAbsent("Content-Type", "application/json");
        if (apiKey != null) call.headers.put("x-api-key", apiKey);
        String query = canonicalQuery(call.query);
        URI uri = URI.create(endpoint + call.expanded + (query.isEmpty() ? "" : "?" + query));
        if (accessKey != null && secretKey != null) sign(call, uri, query);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(timeout);
        call.headers.forEach(request::header);
        request.method(call.method, call.body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(call.body));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new IOException(error);
        }
    }

    private void sign(Call call, URI uri, String query) {
        String now = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC).format(Instant.now());
        call.headers.put("x-amz-date", now);
        if (sessionToken != null) call.headers.put("x-amz-security-token", sessionToken);
        Map<String, String> signed = new TreeMap<>();
        signed.put("host", uri.getAuthority());
        call.headers.forEach((name, value) -> signed.put(name.toLowerCase(), value.trim().replaceAll(" +", " ")));
        String names = String.join(";", signed.keySet());
        StringBuilder canonical = new StringBuilder(call.method).append('\\n');
        StringBuilder path = new StringBuilder();
        for (String part : uri.getRawPath().split("/", -1)) path.append('/').append(encode(part));
        canonical.append(path.substring(1)).append('\\n').append(query).append('\\n');
        signed.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\\n'));
        canonical.append('\\n').append(names).append('\\n').append(sha256(call.body == null ? "" : call.body));
        String scope = now.substring(0, 8) + "/" + region + "/execute-api/aws4_request";
        String text = "AWS4-HMAC-SHA256\\n" + now + "\\n" + scope + "\\n" + sha256(canonical.toString());
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) key = hmac(key, part);
        call.headers.put("Authorization", "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope
            + ", SignedHeaders=" + names + ", Signature=" + hex(hmac(key, text)));
    }

    private static String canonicalQuery(List<String[]> pairs) {
        List<String> encoded = new ArrayList<>();
        for (String[] pair : pairs) encoded.add(encode(pair[0]) + "=" + encode(pair[1]));
        encoded.sort((one, other) -> {
            int byName = one.substring(0, one.indexOf('=')).compareTo(other.substring(0, other.indexOf('=')));
            return byName != 0 ? byName : one.compareTo(other);
        });
        return String.join("&", encoded);
    }

    static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0)) out.append(c);
            else out.append(String.format("%%%02X", (int) c));
        }
        return out.toString();
    }

    private static String sha256(String text) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) out.append(String.format("%02x", b));
        return out.toString();
    }
}
`;
