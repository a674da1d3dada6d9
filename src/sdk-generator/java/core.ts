/**
 * What every Java client stands on: Java 11 alone, its HTTP client, signatures (AWS Signature Version 4, IAM user guide, "Create
 * a signed AWS API request") and a reader of JSON included.
 * @param packageName of the client
 */
export function coreFiles(packageName: string): Readonly<Record<string, string>> {
  const inPackage = `package ${packageName}.internal;\n\n`;
  return { 'internal/Json.java': inPackage + JSON_CLASS, 'internal/Core.java': inPackage + CORE_CLASS };
}

const JSON_CLASS = `import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, texts, doubles, longs, booleans and null. */
public final class Json {
    private static final int MOST_LEVELS = 500;
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    public static Object read(String text) {
        Json reader = new Json(text);
        Object value = reader.value(0);
        reader.space();
        if (reader.at < text.length()) throw reader.wrong();
        return value;
    }

    private Object value(int level) {
        space();
        if (level > MOST_LEVELS || at >= text.length()) throw wrong();
        char c = text.charAt(at);
        if (c == '{') return object(level);
        if (c == '[') return list(level);
        if (c == '"') return string();
        if (word("true")) return Boolean.TRUE;
        if (word("false")) return Boolean.FALSE;
        if (word("null")) return null;
        return number();
    }

    private Map<String, Object> object(int level) {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        space();
        if (take('}')) return object;
        do {
            space();
            if (at >= text.length() || text.charAt(at) != '"') throw wrong();
            String name = string();
            space();
            if (!take(':')) throw wrong();
            object.put(name, value(level + 1));
            space();
        } while (take(','));
        if (!take('}')) throw wrong();
        return object;
    }

    private List<Object> list(int level) {
        List<Object> list = new ArrayList<>();
        at++;
        space();
        if (take(']')) return list;
        do {
            list.add(value(level + 1));
            space();
        } while (take(','));
        if (!take(']')) throw wrong();
        return list;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return out.toString();
            }
            if (c != '\\\\') {
                out.append(c);
                continue;
            }
            at++;
            if (at >= text.length()) break;
            char escaped = text.charAt(at);
            int place = "\\"\\\\/bfnrt".indexOf(escaped);
            if (place >= 0) {
                out.append("\\"\\\\/\\b\\f\\n\\r\\t".charAt(place));
            } else if (escaped == 'u' && at + 4 < text.length()) {
                out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                throw wrong();
            }
        }
        throw wrong();
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) at++;
        String digits = text.substring(start, at);
        if (digits.isEmpty()) throw wrong();
        if (digits.matches("-?\\\\d{1,18}")) return Long.valueOf(digits);
        return Double.valueOf(digits);
    }

    private void space() {
        while (at < text.length() && " \\t\\r\\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private boolean take(char c) {
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private boolean word(String word) {
        if (!text.startsWith(word, at)) return false;
        at += word.length();
        return true;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("No JSON at position " + at);
    }

    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map) {
            out.append('{');
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                if (out.charAt(out.length() - 1) != '{') out.append(',');
                text(String.valueOf(entry.getKey()), out);
                out.append(':');
                write(entry.getValue(), out);
            }
            out.append('}');
        } else if (value instanceof Iterable) {
            out.append('[');
            for (Object item : (Iterable<?>) value) {
                if (out.charAt(out.length() - 1) != '[') out.append(',');
                write(item, out);
            }
            out.append(']');
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            text(value.toString(), out);
        }
    }

    private static void text(String value, StringBuilder out) {
        out.append('"');
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\\\') out.append('\\\\').append(c);
            else if (c < ' ') out.append(String.format("\\\\u%04x", (int) c));
            else out.append(c);
        }
        out.append('"');
    }
}
`;

const CORE_CLASS = `import java.io.IOException;
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
