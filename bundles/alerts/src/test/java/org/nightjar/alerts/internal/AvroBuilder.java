package org.nightjar.alerts.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Writes small containers of packets shaped like ZTF's. */
final class AvroBuilder {
  static final Schema SCHEMA =
      new Schema.Parser()
          .parse(
              """
              {"type":"record","namespace":"ztf","name":"alert","fields":[
               {"name":"schemavsn","type":"string"},
               {"name":"publisher","type":"string"},
               {"name":"objectId","type":"string"},
               {"name":"candid","type":"long"},
               {"name":"candidate","type":{"type":"record","name":"candidate","fields":[
                 {"name":"jd","type":"double"},{"name":"fid","type":"int"},
                 {"name":"ra","type":"double"},{"name":"dec","type":"double"},
                 {"name":"magpsf","type":"float"},{"name":"drb","type":["float","null"]},
                 {"name":"isdiffpos","type":"string"}]}},
               {"name":"prv_candidates","type":[{"type":"array","items":"ztf.candidate"},"null"]},
               {"name":"cutoutScience","type":[{"type":"record","name":"cutout","fields":[
                 {"name":"fileName","type":"string"},{"name":"stampData","type":"bytes"}]},"null"]},
               {"name":"cutoutTemplate","type":["ztf.cutout","null"]},
               {"name":"cutoutDifference","type":["ztf.cutout","null"]}]}""");

  private AvroBuilder() {}

  static byte[] container(CodecFactory codec, int packets, int perBlock) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(SCHEMA))) {
      writer.setCodec(codec);
      writer.create(SCHEMA, out, "sixteen-bytes-ok".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < packets; i++) {
        writer.append(packet(i));
        if ((i + 1) % perBlock == 0) {
          writer.sync();
        }
      }
    }
    return out.toByteArray();
  }

  private static GenericRecord packet(int i) throws IOException {
    GenericRecord packet = new GenericData.Record(SCHEMA);
    packet.put("schemavsn", "3.3");
    packet.put("publisher", "ZTF (www.ztf.caltech.edu)");
    packet.put("objectId", "ZTF26test" + i);
    packet.put("candid", 1000L + i);
    packet.put("candidate", candidate(i));
    packet.put("prv_candidates", java.util.List.of(candidate(50), candidate(51)));
    Schema cutout = SCHEMA.getField("cutoutScience").schema().getTypes().get(0);
    for (String name : new String[] {"cutoutScience", "cutoutTemplate", "cutoutDifference"}) {
      GenericRecord stamp = new GenericData.Record(cutout);
      stamp.put("fileName", name + ".fits.gz");
      stamp.put("stampData", ByteBuffer.wrap(gzip(fits(i))));
      packet.put(name, stamp);
    }
    return packet;
  }

  private static GenericRecord candidate(int i) {
    GenericRecord candidate = new GenericData.Record(SCHEMA.getField("candidate").schema());
    candidate.put("jd", 2459458.5 + i);
    candidate.put("fid", 1 + i % 2);
    candidate.put("ra", 10.0 + i);
    candidate.put("dec", -10.0);
    candidate.put("magpsf", 18.5f);
    candidate.put("drb", i == 0 ? null : 0.75f);
    candidate.put("isdiffpos", "t");
    return candidate;
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** A stamp of 4 x 3 pixels with one NaN. */
  static byte[] fits(int level) {
    StringBuilder header = new StringBuilder();
    for (String card :
        new String[] {
          "SIMPLE  =                    T",
          "BITPIX  =                  -32",
          "NAXIS   =                    2",
          "NAXIS1  =                    4",
          "NAXIS2  =                    3",
          "END"
        }) {
      header.append(String.format("%-80s", card));
    }
    ByteBuffer file = ByteBuffer.allocate(5760);
    file.put(String.format("%-2880s", header).getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 12; i++) {
      file.putFloat(i == 5 ? Float.NaN : level + i * 0.5f);
    }
    return file.array();
  }
}
