package org.nightjar.alerts.internal.schema;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator can set. */
@ObjectClassDefinition(id = "org.nightjar.alerts", name = "Alerts", description = "Alert packets")
public @interface AlertsSettings {
  /** More schemas. */
  @AttributeDefinition(
      required = false,
      description =
          "Folder of Avro schemas (.avsc) for packets in Confluent framing, such as a checkout of"
              + " a survey's schema repository; a relative one starts at the data folder; empty:"
              + " only those of DATA/schemas, where 'nightjar alerts schema add' puts them")
  String schemaFolder() default "";
}
