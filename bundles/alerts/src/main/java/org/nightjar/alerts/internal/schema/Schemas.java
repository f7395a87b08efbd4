package org.nightjar.alerts.internal.schema;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.environment.Folders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Parsed schemas, by their bytes and by their number. Every ZTF packet carries its whole schema,
 * and parsing it takes ten times as long as decoding the packet; framed packets carry a number.
 */
@Component(
    service = Schemas.class,
    configurationPid = "org.nightjar.alerts",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AlertsSettings.class)
public final class Schemas {
  private static final int MOST_TEXTS = 64;
  private static final int MOST_NUMBERS = 256;

  /** The latest first. Comparing 15 kB takes less than a microsecond, a good hash takes ten. */
  private final List<Spelt> spelt = new CopyOnWriteArrayList<>();

  private final Map<Integer, KnownSchema> numbered = new ConcurrentHashMap<>();
  private final SchemaShelf shelf;

  /** Made by the component runtime. */
  @Activate
  public Schemas(@Reference Folders folders, AlertsSettings settings) {
    this(
        new SchemaShelf(
            folders.data().resolve("schemas"),
            Optional.of(settings.schemaFolder())
                .filter(text -> !text.isBlank())
                .map(text -> folders.data().resolve(text).normalize())));
  }

  /** Schemas of this shelf, and those of the containers that are seen. */
  public Schemas(SchemaShelf shelf) {
    this.shelf = shelf;
  }

  /** Where schemas by number lie. */
  public SchemaShelf shelf() {
    return shelf;
  }

  /**
   * The schema that these bytes spell.
   *
   * @throws NightjarException CORRUPT if it is none, or not of a record
   */
  public KnownSchema parse(ByteBuffer json, String place) throws NightjarException {
    for (Spelt known : spelt) {
      if (known.text.equals(json)) {
        return known.schema;
      }
    }
    KnownSchema schema =
        KnownSchema.of(
            SchemaText.parse(StandardCharsets.UTF_8.decode(json.duplicate()).toString(), place),
            place);
    OptionalInt id = SchemaIds.of(schema.schema());
    if (id.isPresent()) {
      shelf.learn(id.getAsInt(), schema.schema());
    }
    remember(json, schema);
    return schema;
  }

  private void remember(ByteBuffer json, KnownSchema schema) {
    byte[] copy = new byte[json.remaining()];
    json.duplicate().get(copy);
    synchronized (spelt) {
      spelt.add(0, new Spelt(ByteBuffer.wrap(copy).asReadOnlyBuffer(), schema));
      if (spelt.size() > MOST_TEXTS) {
        spelt.remove(MOST_TEXTS);
      }
    }
  }

  /** Whether a schema of this number is at hand. */
  public boolean knows(int id) {
    return numbered.containsKey(id) || shelf.file(id).isPresent();
  }

  /**
   * The schema of a number.
   *
   * @throws NightjarException UNSUPPORTED if it is nowhere; CORRUPT if its file is damaged
   */
  public KnownSchema numbered(int id, String place) throws NightjarException, IOException {
    KnownSchema known = numbered.get(id);
    if (known != null) {
      return known;
    }
    Optional<SchemaText> found = shelf.read(id);
    if (found.isEmpty()) {
      throw Damage.of(
          StandardError.UNSUPPORTED,
          "a packet in Confluent framing whose schema " + SchemaIds.describe(id) + " is not known",
          place,
          "Fetch its .avsc files, then: nightjar alerts schema add FILE... --id " + id);
    }
    KnownSchema schema = KnownSchema.of(found.get(), place);
    if (numbered.size() < MOST_NUMBERS) {
      numbered.put(id, schema);
    }
    return schema;
  }

  /** Reads the schema of a number anew when it is next wanted. */
  public void forget(int id) {
    numbered.remove(id);
  }

  private record Spelt(ByteBuffer text, KnownSchema schema) {}
}
