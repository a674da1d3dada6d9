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
import java.util.Locale;
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
        byte[] body;
        String contentType;

        public Call(String method, String path) {
            this.method = method;
            this.path = path;
            this.expanded = path;
        }

        public Call path(String name, Object value) {
            if (value == null) throw new IllegalArgumentException("The path parameter " + name + " is missing.");
            boolean isGreedy = path.contains("{" + name + "+}");
            List<String> parts = new ArrayList<>();
            for (String part : isGreedy ? value.toString().split("/", -1) : new String[] {value.toString()}) {
                // Whoever passes the URL on may take these for steps in the path, and another method would be called.
                if (part.equals(".") || part.equals("..")) {
                    throw new IllegalArgumentException("The path parameter " + name + " is no part of a path: " + value);
                }
                parts.add(encode(part));
            }
            expanded = expanded.replace("{" + name + (isGreedy ? "+}" : "}"), String.join("/", parts));
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

        /** Bytes are sent as they are, texts in UTF-8, everything else as JSON. */
        public Call body(Object value) {
            if (value == null) return this;
            contentType = value instanceof byte[] ? "application/octet-stream" : "application/json";
            if (value instanceof byte[]) body = (byte[]) value;
            else body = (value instanceof String ? (String) value : Json.write(value)).getBytes(StandardCharsets.UTF_8);
            return this;
        }
    }

    /** What came back. */
    public static final class Answer {
        public final int status;
        public final Map<String, List<String>> headers;
        public final byte[] bytes;

        Answer(int status, Map<String, List<String>> headers, byte[] bytes) {
            this.status = status;
            this.headers = headers;
            this.bytes = bytes;
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The body as JSON, null for one that is none. */
        public Object json() {
            try {
                return bytes.length == 0 ? null : Json.read(text());
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
        if (call.body != null) call.headers.putIfAbsent("Content-Type", call.contentType);
        if (apiKey != null) call.headers.put("x-api-key", apiKey);
        String query = canonicalQuery(call.query);
        URI uri = URI.create(endpoint + call.expanded + (query.isEmpty() ? "" : "?" + query));
        if (accessKey != null && secretKey != null) sign(call, uri, query);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(timeout);
        call.headers.forEach(request::header);
        request.method(call.method, call.body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(call.body));
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
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
        signed.put("host", hostOf(uri));
        call.headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.trim().replaceAll(" +", " ")));
        String names = String.join(";", signed.keySet());
        StringBuilder canonical = new StringBuilder(call.method).append('\\n');
        StringBuilder path = new StringBuilder();
        for (String part : uri.getRawPath().split("/", -1)) path.append('/').append(encode(part));
        canonical.append(path.substring(1)).append('\\n').append(query).append('\\n');
        signed.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\\n'));
        canonical.append('\\n').append(names).append('\\n').append(sha256(call.body == null ? new byte[0] : call.body));
        String scope = now.substring(0, 8) + "/" + region + "/execute-api/aws4_request";
        String text = "AWS4-HMAC-SHA256\\n" + now + "\\n" + scope + "\\n" + sha256(utf8(canonical.toString()));
        byte[] key = utf8("AWS4" + secretKey);
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

    /** As java.net.http sends it: a scheme's usual port is left out. */
    private static String hostOf(URI uri) {
        int usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return uri.getPort() == usual ? uri.getHost() : uri.getAuthority();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : utf8(text)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0)) out.append(c);
            else out.append(String.format("%%%02X", (int) c));
        }
        return out.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
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
