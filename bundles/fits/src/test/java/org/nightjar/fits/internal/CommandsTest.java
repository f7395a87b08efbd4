package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.api.error.NightjarException;
import org.nightjar.environment.Folders;
import org.nightjar.fits.internal.command.FitsHeader;
import org.nightjar.fits.internal.command.FitsInfo;
import org.nightjar.fits.internal.command.FitsPixels;
import org.nightjar.fits.internal.command.FitsPreview;
import org.nightjar.fits.internal.file.FitsOpener;
import org.nightjar.testkit.TestCall;

class CommandsTest {
  @TempDir Path folder;
  private FitsOpener opener;

  @BeforeEach
  void twoImages() throws Exception {
    opener = new FitsOpener(new Folders(folder, folder));
    FitsBuilder.primary(8)
        .card("OBSERVER", "O'Hara")
        .end()
        .image("A", 16, 40, 30)
        .card("BZERO", 32768)
        .card("BLANK", -32768)
        .data(
            2400,
            data -> {
              for (int i = 0; data.hasRemaining(); i++) {
                data.putShort((short) (i - 32768));
              }
            })
        .table("BINTABLE", 4, 2, "X=J")
        .data(8, data -> {})
        .write(folder, "two.fits");
  }

  private String run(Command command, Map<String, String> options) throws Exception {
    List<String> words = new ArrayList<>(List.of("two.fits"));
    options.forEach((name, value) -> words.add("--" + name + (value.isEmpty() ? "" : "=" + value)));
    TestCall call = TestCall.in(folder, words.toArray(String[]::new));
    assertThat(command.run(call)).isEqualTo(Command.OK);
    return call.printed();
  }

  @Test
  void infoListsTheHdus() throws Exception {
    assertThat(run(new FitsInfo(opener), Map.of()).lines().toList())
        .hasSize(4)
        .anySatisfy(line -> assertThat(line).contains("A", "image", "40 x 30", "uint16", "2400"))
        .anySatisfy(line -> assertThat(line).contains("table", "2 rows"));
    assertThat(run(new FitsInfo(opener), Map.of("json", "")).lines().skip(1).findFirst())
        .contains(
            "{\"hdu\":1,\"name\":\"A\",\"type\":\"image\",\"dimensions\":[40,30],"
                + "\"pixels\":\"uint16\",\"bytes\":2400}");
  }

  @Test
  void headerShowsTheCards() throws Exception {
    assertThat(run(new FitsHeader(opener), Map.of())).contains("OBSERVER= ", "'O''Hara'");
    assertThat(run(new FitsHeader(opener), Map.of("hdu", "1", "json", "")))
        .contains("{\"keyword\":\"BZERO\",\"value\":32768,\"comment\":\"\"}");
  }

  @Test
  void pixelsAreBigEndianDoubles() throws Exception {
    run(new FitsPixels(opener), Map.of("hdu", "1", "o", "all.raw"));
    DoubleBuffer all =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("all.raw"))).asDoubleBuffer();
    assertThat(all.remaining()).isEqualTo(1200);
    assertThat(all.get(0)).isNaN();
    assertThat(all.get(1199)).isEqualTo(1199.0);
    run(new FitsPixels(opener), Map.of("region", "10:12,3:5", "o", "part.raw"));
    double[] part = new double[4];
    ByteBuffer.wrap(Files.readAllBytes(folder.resolve("part.raw"))).asDoubleBuffer().get(part);
    assertThat(part).containsExactly(130, 131, 170, 171);
  }

  @Test
  void outputReplacesFilesAlone() throws Exception {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    for (Command command : List.of(new FitsPixels(opener), new FitsPreview(opener))) {
      assertThatThrownBy(() -> run(command, Map.of("hdu", "1", "o", "kept")))
          .hasMessageContaining("-o names a folder");
      assertThatThrownBy(() -> run(command, Map.of("hdu", "1", "o", "none/all.raw")))
          .hasMessageContaining("there is no such folder");
    }
    assertThat(kept).isEmptyDirectory();

    Path file = Files.createFile(folder.resolve("file.raw"));
    Path link = Files.createSymbolicLink(folder.resolve("link.raw"), file);
    run(new FitsPixels(opener), Map.of("hdu", "1", "o", "link.raw"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasSize(9600);

    Path socket = folder.resolve("socket");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertThatThrownBy(
              () -> run(new FitsPixels(opener), Map.of("hdu", "1", "o", socket.toString())))
          .isInstanceOf(NightjarException.class);
      assertThat(Files.isRegularFile(socket)).isFalse();
    }
  }

  @Test
  void previewIsAPictureOfTheFirstImage() throws Exception {
    run(new FitsPreview(opener), Map.of("size", "20", "o", "small.png"));
    var picture = ImageIO.read(folder.resolve("small.png").toFile());
    assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(20, 15);
    assertThat(picture.getRaster().getSample(19, 0, 0))
        .isGreaterThan(picture.getRaster().getSample(0, 14, 0));
  }

  @Test
  void mistakesAreExplained() throws Exception {
    Files.writeString(folder.resolve("text.fits"), "no FITS at all");
    assertThatThrownBy(() -> new FitsInfo(opener).run(TestCall.in(folder, "text.fits")))
        .hasMessageContaining("UNKNOWN_FORMAT");
    assertThatThrownBy(() -> run(new FitsPixels(opener), Map.of("hdu", "1")))
        .hasMessageContaining("-o OUT is missing");
    assertThatThrownBy(() -> run(new FitsPixels(opener), Map.of("hdu", "7", "o", "x")))
        .hasMessageContaining("no HDU 7");
    assertThatThrownBy(() -> run(new FitsPixels(opener), Map.of("hdu", "2", "o", "x")))
        .hasMessageContaining("holds no image");
    assertThatThrownBy(() -> run(new FitsPixels(opener), Map.of("region", "5:1,0:1", "o", "x")))
        .hasMessageContaining("zero-based");
    assertThatThrownBy(() -> run(new FitsPixels(opener), Map.of("region", "0:41,0:1", "o", "x")))
        .hasMessageContaining("outside the image");
    assertThat(folder.resolve("x")).doesNotExist();
    assertThatThrownBy(() -> run(new FitsPixels(opener), Map.of("o", "gone/x")))
        .hasMessageContaining("gone");
  }
}
