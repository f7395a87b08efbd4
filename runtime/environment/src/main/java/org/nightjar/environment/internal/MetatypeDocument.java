package org.nightjar.environment.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.metatype.AD;
import org.apache.felix.metatype.Designate;
import org.apache.felix.metatype.MetaData;
import org.apache.felix.metatype.MetaDataReader;
import org.apache.felix.metatype.OCD;
import org.nightjar.environment.Declaration;
import org.nightjar.environment.Setting;
import org.osgi.service.metatype.AttributeDefinition;

/** Reads one document of {@code OSGI-INF/metatype}. The OSGi service hides smallest and largest. */
final class MetatypeDocument {
  private static final Map<Integer, Class<?>> TYPES =
      Map.of(
          AttributeDefinition.STRING, String.class,
          AttributeDefinition.PASSWORD, String.class,
          AttributeDefinition.LONG, Long.class,
          AttributeDefinition.INTEGER, Integer.class,
          AttributeDefinition.SHORT, Short.class,
          AttributeDefinition.CHARACTER, Character.class,
          AttributeDefinition.BYTE, Byte.class,
          AttributeDefinition.DOUBLE, Double.class,
          AttributeDefinition.FLOAT, Float.class,
          AttributeDefinition.BOOLEAN, Boolean.class);

  private MetatypeDocument() {}

  /** The declarations for single components; those for factories are left out. */
  static List<Declaration> read(InputStream xml, String bundle, String version) throws IOException {
    MetaData document = new MetaDataReader().parse(xml);
    Map<?, ?> classes = Optional.ofNullable(document.getObjectClassDefinitions()).orElse(Map.of());
    List<Declaration> declarations = new ArrayList<>();
    for (Object each : Optional.ofNullable(document.getDesignates()).orElse(List.of())) {
      Designate designate = (Designate) each;
      Object target = classes.get(designate.getObject().getOcdRef());
      if (designate.getFactoryPid() == null && target instanceof OCD ocd) {
        declarations.add(
            new Declaration(
                designate.getPid(),
                text(ocd.getName()),
                text(ocd.getDescription()),
                settings(ocd),
                bundle,
                version));
      }
    }
    return declarations;
  }

  private static List<Setting> settings(OCD ocd) {
    Map<?, ?> attributes = Optional.ofNullable(ocd.getAttributeDefinitions()).orElse(Map.of());
    return attributes.values().stream().map(each -> setting((AD) each)).toList();
  }

  private static Setting setting(AD attribute) {
    return new Setting(
        attribute.getID(),
        TYPES.getOrDefault(attribute.getType(), String.class),
        attribute.getCardinality() != 0,
        attribute.getType() == AttributeDefinition.PASSWORD,
        attribute.isRequired(),
        defaults(attribute),
        Optional.ofNullable(attribute.getMin()),
        Optional.ofNullable(attribute.getMax()),
        values(attribute.getOptionValues()),
        text(attribute.getDescription()));
  }

  /** An annotation's empty list arrives as a list of one empty text. */
  private static List<String> defaults(AD attribute) {
    List<String> defaults = values(attribute.getDefaultValue());
    boolean list = attribute.getCardinality() != 0;
    return list && defaults.equals(List.of("")) ? List.of() : defaults;
  }

  private static List<String> values(String[] values) {
    return values == null ? List.of() : List.of(values);
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
