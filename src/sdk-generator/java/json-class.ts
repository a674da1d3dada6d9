/** A reader and writer of JSON, which Java has none of. */
export const JSON_CLASS = `import java.util.ArrayList;
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
