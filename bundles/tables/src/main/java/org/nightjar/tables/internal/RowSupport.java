package org.nightjar.tables.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Tells Parquet how a row becomes cells. Every column may be empty. */
final class RowSupport<R> extends WriteSupport<R> {
  private final List<Column<R>> columns;
  private final Map<String, String> metadata;
  private RecordConsumer consumer;

  private RowSupport(List<Column<R>> columns, Map<String, String> metadata) {
    this.columns = columns;
    this.metadata = metadata;
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    List<Type> fields = columns.stream().map(RowSupport::field).toList();
    return new WriteContext(new MessageType("nightjar", fields), metadata);
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return init(new PlainParquetConfiguration());
  }

  @Override
  public void prepareForWrite(RecordConsumer target) {
    this.consumer = target;
  }

  @Override
  public void write(R row) {
    consumer.startMessage();
    for (int i = 0; i < columns.size(); i++) {
      Column<R> column = columns.get(i);
      Object cell = column.cell().apply(row);
      if (cell != null && !(cell instanceof Double number && !Double.isFinite(number))) {
        consumer.startField(column.name(), i);
        cell(cell);
        consumer.endField(column.name(), i);
      }
    }
    consumer.endMessage();
  }

  private void cell(Object cell) {
    if (cell instanceof String text) {
      consumer.addBinary(Binary.fromString(text));
    } else if (cell instanceof Double number) {
      consumer.addDouble(number);
    } else if (cell instanceof Long number) {
      consumer.addLong(number);
    } else if (cell instanceof LocalDate date) {
      consumer.addInteger((int) date.toEpochDay());
    } else if (cell instanceof Instant time) {
      consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    } else {
      throw new IllegalArgumentException("a cell cannot hold a " + cell.getClass());
    }
  }

  private static Type field(Column<?> column) {
    return switch (column.type()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case REAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32)
              .as(LogicalTypeAnnotation.dateType())
              .named(column.name());
      case TIME ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(column.name());
    };
  }

  /** Builds a writer of such rows. */
  static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
    private final List<Column<R>> columns;
    private final Map<String, String> metadata;

    Builder(OutputFile file, List<Column<R>> columns, Map<String, String> metadata) {
      super(file);
      this.columns = columns;
      this.metadata = metadata;
    }

    @Override
    protected Builder<R> self() {
      return this;
    }

    @Override
    protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
      return new RowSupport<>(columns, metadata);
    }

    @Override
    protected WriteSupport<R> getWriteSupport(Configuration configuration) {
      return new RowSupport<>(columns, metadata);
    }
  }
}
