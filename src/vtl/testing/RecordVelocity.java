import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.minidev.json.JSONArray;
import net.minidev.json.JSONStyle;
import net.minidev.json.parser.JSONParser;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.InvalidReferenceEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.util.introspection.Info;

/**
 * Records what Apache Velocity 1.7 renders: reads rows of velocity-1.7.jsonl on its input, writes them anew on its output.
 * A row is [template, with default settings, as API Gateway sets it up]; null stands for an error. Needs the Debian
 * packages velocity, libjson-smart-java and libcommons-lang-java.
 *
 * <p>java -cp '/usr/share/java/*' RecordVelocity.java velocity-1.7.variables.json &lt; velocity-1.7.jsonl
 */
public class RecordVelocity {
  public static void main(String[] args) throws Exception {
    String variables = Files.readString(Path.of(args[0]));
    VelocityEngine plain = engine("true");
    VelocityEngine gateway = engine("false");
    BufferedReader rows = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int row = 0;
    for (String line; (line = rows.readLine()) != null; row += 1) {
      String template = (String) ((JSONArray) parse(line)).get(0);
      JSONArray recorded = new JSONArray();
      recorded.add(template);
      recorded.add(render(plain, template, variables, null, row));
      recorded.add(render(gateway, template, variables, new EmptyText(), row));
      out.println(recorded.toJSONString(JSONStyle.LT_COMPRESS));
    }
  }

  private static VelocityEngine engine(String inlineMacros) {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    engine.setProperty("velocimacro.permissions.allow.inline", inlineMacros);
    engine.setProperty("velocimacro.permissions.allow.inline.local.scope", "true");
    engine.init();
    return engine;
  }

  private static String render(
      VelocityEngine engine, String template, String variables, EmptyText handler, int row) throws Exception {
    VelocityContext context = new VelocityContext((Map<?, ?>) mutable(parse(variables)));
    if (handler != null) {
      EventCartridge cartridge = new EventCartridge();
      cartridge.addEventHandler(handler);
      cartridge.attachToContext(context);
    }
    StringWriter writer = new StringWriter();
    try {
      engine.evaluate(context, writer, "row" + row, template);
      return writer.toString();
    } catch (RuntimeException failure) {
      return null;
    }
  }

  /** Answers of API Gateway are those of Velocity with this handler: what has no value is the empty text. */
  private static class EmptyText implements InvalidReferenceEventHandler {
    public Object invalidGetMethod(Context context, String reference, Object object, String property, Info info) {
      return "";
    }

    public boolean invalidSetMethod(Context context, String left, String right, Info info) {
      return false;
    }

    public Object invalidMethod(Context context, String reference, Object object, String method, Info info) {
      return "";
    }
  }

  private static Object parse(String json) throws Exception {
    return new JSONParser(JSONParser.MODE_PERMISSIVE).parse(json);
  }

  /** Java's own lists and maps: a JSONArray would print as JSON. */
  private static Object mutable(Object value) {
    if (value instanceof Map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((key, item) -> copy.put(key, mutable(item)));
      return copy;
    }
    if (value instanceof List) {
      List<Object> copy = new ArrayList<>();
      ((List<?>) value).forEach((item) -> copy.add(mutable(item)));
      return copy;
    }
    return value;
  }
}
