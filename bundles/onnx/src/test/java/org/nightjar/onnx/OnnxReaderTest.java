package org.nightjar.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.model.AttributeValue;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.OtherType;
import org.nightjar.onnx.model.Tensor;

class OnnxReaderTest {

  @Test
  void numbersMayLiePackedSingleOrMixed() throws Exception {
    Proto packed = Proto.empty().number(1, 3).number(2, 1).data(4, floats(1, 2, 3));
    Proto single = Proto.empty().data(1, (byte) 3).number(2, 1).real(4, 1).real(4, 2).real(4, 3);
    Proto mixed = Proto.empty().real(4, 1).number(2, 1).number(1, 3).data(4, floats(2, 3));
    for (Proto tensor : new Proto[] {packed, single, mixed}) {
      assertThat(tensor(tensor).floats()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void wholeNumbersOfAllWidthsBecomeRawBytes() throws Exception {
    Tensor shorts =
        tensor(Proto.empty().number(1, 3).number(2, 5).number(5, -2).number(5, 7).number(5, -1));
    assertThat(shorts.data().toArray()).containsExactly(-2, -1, 7, 0, -1, -1);
    Tensor halves = tensor(Proto.empty().number(1, 1).number(2, 10).number(5, 0x3C00));
    assertThat(halves.data().toArray()).containsExactly(0, 0x3C);
    Tensor longs =
        tensor(Proto.empty().number(1, 2).number(2, 7).number(7, -5).number(7, 1L << 40));
    assertThat(longs.longs()).containsExactly(-5, 1L << 40);
    Tensor flag = tensor(Proto.empty().number(2, 9).number(5, 1));
    assertThat(flag.dims()).isEmpty();
    assertThat(flag.data().toArray()).containsExactly(1);
    Tensor nibbles =
        tensor(Proto.empty().number(1, 3).number(2, 21).data(9, (byte) 0x21, (byte) 3));
    assertThat(nibbles.type()).isEqualTo(ElementType.UINT4);
  }

  @Test
  void aNumberThatDoesNotFitItsTypeIsRefused() {
    assertRefused(
        model(Proto.empty().number(1, 1).number(2, 2).number(5, 300)), "300 does not fit its type");
  }

  @Test
  void whatIsNotSpelledOutComesBackByteForByte() throws Exception {
    Proto sparse = Proto.empty().message(1, Proto.empty().number(1, 1).number(2, 1).real(4, 2));
    Proto node =
        Proto.empty()
            .text(1, "x")
            .text(2, "y")
            .text(4, "Custom")
            .text(6, "documentation")
            .text(7, "elsewhere")
            .message(5, Proto.empty().text(1, "blob").number(20, 3).data(4, (byte) 0xFF))
            .message(5, Proto.empty().text(1, "ref").number(20, 2).text(21, "outer"))
            .message(5, Proto.empty().text(1, "two").number(20, 2).number(3, 1).real(2, 1))
            .message(5, Proto.empty().text(1, "sparse").number(20, 11).message(22, sparse))
            .message(9, Proto.empty().text(1, "key"));
    Proto sequence =
        Proto.empty().message(4, Proto.empty().message(1, Proto.empty().message(1, Proto.empty())));
    Proto graph =
        Proto.empty()
            .message(1, node)
            .text(10, "about the graph")
            .message(11, Proto.empty().text(1, "x").message(2, sequence))
            .message(14, Proto.empty().text(1, "quantised"))
            .message(15, sparse);
    byte[] file =
        Proto.empty()
            .message(7, graph)
            .text(4, "org.example")
            .number(5, 12)
            .message(25, Proto.empty().text(1, "function").message(7, node))
            .message(999, Proto.empty().text(1, "of the future"))
            .bytes();

    OnnxModel model = OnnxReader.read(file, "made up");
    byte[] written = OnnxWriter.bytes(model);

    assertThat(OnnxReader.read(written, "again")).isEqualTo(model);
    assertThat(written).hasSize(file.length);
    Node read = model.graph().nodes().get(0);
    assertThat(read.attribute("blob")).containsInstanceOf(AttributeValue.Unmodelled.class);
    assertThat(read.attributes()).hasSize(4);
    assertThat(model.graph().inputs().get(0).type()).isInstanceOf(OtherType.class);
    for (String text :
        new String[] {"documentation", "outer", "about the graph", "of the future"}) {
      assertThat(new String(written, StandardCharsets.ISO_8859_1)).contains(text);
    }
  }

  @Test
  void everyCutIsRefusedWithItsByte() throws Exception {
    byte[] file = OnnxWriter.bytes(Networks.everything());
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      try {
        OnnxModel model = OnnxReader.read(cut, "cut.onnx");
        assertThat(model.graph().nodes()).as("cut at %d", length).isNotEmpty();
      } catch (NightjarException e) {
        assertThat(e.problem().code()).isEqualTo("MODEL_REFUSED");
        assertThat(e.problem().place()).isEqualTo("cut.onnx");
        assertThat(e.problem().message()).containsPattern("at byte \\d+$");
      }
    }
  }

  @Test
  void lengthsBeyondTheFileAreRefusedBeforeMemoryIsTaken() {
    assertRefused(Proto.empty().length(7, Integer.MAX_VALUE).bytes(), "a length in it is wrong");
    assertRefused(Proto.empty().length(7, Long.MAX_VALUE).bytes(), "a length in it is wrong");
    assertRefused(Proto.empty().length(7, -1).bytes(), "a length in it is wrong");
    assertRefused(
        model(Proto.empty().number(1, 1L << 40).number(2, 1).length(9, 1L << 40)),
        "a length in it is wrong");
  }

  @Test
  void extentsThatTheDataDoNotFillAreRefused() {
    assertRefused(model(Proto.empty().number(1, 1L << 40).number(2, 1).real(4, 1)), "has 4 bytes");
    assertRefused(
        model(Proto.empty().number(1, 1L << 40).number(1, 1L << 40).number(2, 1)), "has 0 bytes");
    assertRefused(model(Proto.empty().number(1, -1).number(2, 1)), "has 0 bytes");
    assertRefused(model(Proto.empty().number(1, 1).number(2, 1).number(7, 1)), "of another type");
    assertRefused(model(Proto.empty().number(1, 1).number(2, 99).number(7, 1)), "element type 99");
  }

  @Test
  void weightsInOtherFilesAreRefusedWhereverTheyAre() {
    Proto elsewhere =
        Proto.empty()
            .number(1, 1)
            .number(2, 1)
            .text(8, "w")
            .message(13, Proto.empty().text(1, "location").text(2, "../../etc/passwd"))
            .number(14, 1);
    Proto attribute = Proto.empty().text(1, "value").number(20, 4).message(5, elsewhere);
    Proto odd = Proto.empty().text(1, "value").number(20, 77).message(5, elsewhere);
    String message = "the weights of 'w' lie in another file";
    assertRefused(model(elsewhere), message);
    assertRefused(
        Proto.model(Proto.empty().message(1, Proto.empty().message(5, attribute))), message);
    assertRefused(Proto.model(Proto.empty().message(1, Proto.empty().message(5, odd))), message);
    assertRefused(
        Proto.model(Proto.empty().message(15, Proto.empty().message(1, elsewhere))), message);
    Proto function = Proto.empty().message(7, Proto.empty().message(5, attribute));
    assertRefused(Proto.empty().message(7, Proto.empty()).message(25, function).bytes(), message);
    Proto training = Proto.empty().message(1, Proto.empty().message(5, elsewhere));
    assertRefused(Proto.empty().message(7, Proto.empty()).message(20, training).bytes(), message);
  }

  @Test
  void graphsInGraphsAreReadDownToTheLimit() throws Exception {
    assertThat(depth(OnnxReader.read(nested(20), "deep").graph())).isEqualTo(20);
    assertRefused(nested(22), "nested deeper than 64");
    assertRefused(nested(300), "nested deeper than 64");
  }

  @Test
  void aSmallFileCannotAskForEndlessObjects() {
    byte[] nodes = new byte[2 * 4_000_100];
    for (int index = 0; index < nodes.length; index += 2) {
      nodes[index] = 0x0A;
    }
    assertRefused(Proto.empty().data(7, nodes).bytes(), "more than 4000000");
    byte[] numbers = new byte[70 << 20];
    assertRefused(
        model(Proto.empty().number(1, numbers.length).number(2, 7).data(7, numbers)),
        "more than 536870912 bytes");
  }

  @Test
  void whatIsThereTwiceIsRefused() {
    Proto graph = Proto.empty().text(2, "g");
    assertRefused(Proto.empty().message(7, graph).message(7, graph).bytes(), "twice");
    Proto entry = Proto.empty().text(1, "key").text(2, "value");
    assertRefused(
        Proto.empty().message(7, graph).message(14, entry).message(14, entry).bytes(), "'key'");
  }

  @Test
  void whatIsNoModelIsRefused() {
    assertRefused(new byte[0], "no graph in it");
    assertRefused("or a text".getBytes(StandardCharsets.UTF_8), "not protobuf");
    assertRefused(Proto.empty().raw(0).bytes(), "not protobuf");
    assertRefused(
        Proto.empty().raw(8, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1).bytes(),
        "more than 64 bits");
    assertRefused(Proto.model(Proto.empty().data(2, (byte) 0xC3)), "not UTF-8");
    assertRefused(Proto.empty().number(7, 1).bytes(), "stored in a way that does not fit");
  }

  @Test
  void filesBeyondTwoGigabytesAreRefusedUnread(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.onnx");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 31);
    }
    assertThatThrownBy(() -> OnnxReader.read(file))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("MODEL_REFUSED")
        .hasMessageContaining("2147483648 bytes");
  }

  @Test
  void aMissingFileIsUnreadable(@TempDir Path folder) {
    assertThatThrownBy(() -> OnnxReader.read(folder.resolve("none.onnx")))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("UNREADABLE");
  }

  private static void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> OnnxReader.read(file, "file.onnx"))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("MODEL_REFUSED")
        .hasMessageContaining("file.onnx")
        .hasMessageContaining("at byte")
        .hasMessageContaining(message);
  }

  private static byte[] nested(int graphs) {
    Proto graph = Proto.empty().text(2, "innermost");
    for (int count = 0; count < graphs; count++) {
      Proto attribute = Proto.empty().text(1, "body").number(20, 5).message(6, graph);
      graph = Proto.empty().message(1, Proto.empty().text(4, "Loop").message(5, attribute));
    }
    return Proto.model(graph);
  }

  private static int depth(Graph graph) {
    int depth = 0;
    Graph inner = graph;
    while (!inner.nodes().isEmpty()) {
      AttributeValue body = inner.nodes().get(0).attribute("body").orElseThrow();
      inner = ((AttributeValue.OfGraph) body).value();
      depth++;
    }
    return depth;
  }

  private static byte[] model(Proto tensor) {
    return Proto.model(Proto.empty().message(5, tensor));
  }

  private static Tensor tensor(Proto tensor) throws NightjarException {
    return OnnxReader.read(model(tensor), "tensor").graph().initialisers().get(0);
  }

  private static byte[] floats(float... values) {
    return Tensor.floats("", values, values.length).data().toArray();
  }
}
