package org.nightjar.tables.internal.stream;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.nightjar.tables.internal.stream.FlatColumns.Flat;

/** Tells Parquet how the row of a cursor becomes cells, none of which is empty. */
final class CursorSupport extends WriteSupport<RowCursor> {
  private final List<Flat> columns;
  private final Map<String, String> metadata;
  private RecordConsumer consumer;

  private CursorSupport(List<Flat> columns, Map<String, String> metadata) {
    this.columns = columns;
    this.metadata = metadata;
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    List<Type> fields = columns.stream().map(CursorSupport::type).toList();
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
  public void write(RowCursor row) {
    consumer.startMessage();
    for (int i = 0; i < columns.size(); i++) {
      Flat flat = columns.get(i);
      int width = flat.field().width();
      consumer.startField(flat.name(), i);
      switch (flat.field().type()) {
        case REAL -> consumer.addDouble(row.real(flat.column(), width, flat.place()));
        case SINGLE -> consumer.addFloat(row.single(flat.column(), width, flat.place()));
        case WHOLE -> consumer.addLong(row.whole(flat.column(), width, flat.place()));
      }
      consumer.endField(flat.name(), i);
    }
    consumer.endMessage();
  }

  private static Type type(Flat flat) {
    PrimitiveTypeName name =
        switch (flat.field().type()) {
          case REAL -> PrimitiveTypeName.DOUBLE;
          case SINGLE -> PrimitiveTypeName.FLOAT;
          case WHOLE -> PrimitiveTypeName.INT64;
        };
    return Types.required(name).named(flat.name());
  }

  /** Builds a writer of cursors. */
  static final class Builder extends ParquetWriter.Builder<RowCursor, Builder> {
    private final List<Flat> columns;
    private final Map<String, String> metadata;

    Builder(OutputFile file, List<Flat> columns, Map<String, String> metadata) {
      super(file);
      this.columns = columns;
      this.metadata = metadata;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<RowCursor> getWriteSupport(ParquetConfiguration configuration) {
      return new CursorSupport(columns, metadata);
    }

    @Override
    protected WriteSupport<RowCursor> getWriteSupport(Configuration configuration) {
      return new CursorSupport(columns, metadata);
    }
  }
}
