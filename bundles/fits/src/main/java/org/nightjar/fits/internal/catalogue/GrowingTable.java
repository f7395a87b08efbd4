package org.nightjar.fits.internal.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.TableFile;
import org.nightjar.api.reader.TableLayout;
import org.nightjar.api.reader.TableRows;
import org.nightjar.fits.internal.checksum.WordSum;
import org.nightjar.fits.internal.write.HduBytes;
import org.nightjar.fits.internal.write.HeaderBlock;

/**
 * A table being written. The header is written again at the end, with the number of rows and the
 * sums; it has as many cards as before, so that the rows stay where they are.
 */
final class GrowingTable implements TableFile {
  private static final int BLOCK = 2880;
  private static final int BUFFER = 1 << 18;

  private final FileChannel channel;
  private final TableLayout layout;
  private final RowPacker packer;
  private final WordSum sum = new WordSum();
  private final int rowBytes;
  private final long headerStart;
  private final long dataStart;
  private long rows;

  /**
   * Begins a table, or goes on with one.
   *
   * @param rows of them that are in the file and stay
   */
  GrowingTable(FileChannel channel, Path file, TableLayout layout, long rows)
      throws NightjarException, IOException {
    this.channel = channel;
    this.layout = layout;
    this.rowBytes = (int) layout.rowBytes();
    this.packer = new RowPacker(layout.fields(), rowBytes, BUFFER);
    this.rows = rows;
    byte[] primary = HduBytes.of(TableHeader.primary(), new byte[0]);
    byte[] header = HeaderBlock.of(TableHeader.table(layout, 0), 0);
    this.headerStart = primary.length;
    this.dataStart = headerStart + header.length;
    if (rows == 0) {
      channel.truncate(0);
      write(ByteBuffer.wrap(primary), 0);
      write(ByteBuffer.wrap(header), headerStart);
    } else {
      takeUp(file);
    }
  }

  /** Sums up the rows that stay, and gives up what lies behind. */
  private void takeUp(Path file) throws NightjarException, IOException {
    long end = dataStart + Math.multiplyExact(rows, rowBytes);
    if (channel.size() < end) {
      throw NightjarException.of(
          StandardError.CORRUPT,
          "the unfinished table has %d bytes, %d were noted as safe".formatted(channel.size(), end),
          file.toString(),
          "Begin anew");
    }
    channel.truncate(end);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long at = dataStart;
    while (at < end) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, at + buffer.position()) < 0) {
          throw new IOException(file + " ended while it was read");
        }
      }
      at += buffer.position();
      sum.add(buffer.flip());
    }
  }

  @Override
  public void append(TableRows more) throws IOException {
    for (int from = 0; from < more.rows(); from += packer.most()) {
      int count = Math.min(packer.most(), more.rows() - from);
      ByteBuffer bytes = packer.pack(more, from, count);
      sum.add(bytes.duplicate());
      write(bytes, dataStart + rows * rowBytes);
      rows += count;
    }
  }

  @Override
  public OptionalLong mark() throws IOException {
    channel.force(false);
    return OptionalLong.of(rows);
  }

  @Override
  public void finish() throws NightjarException, IOException {
    long end = dataStart + rows * rowBytes;
    write(ByteBuffer.allocate((int) (Math.floorMod(-(end - dataStart), (long) BLOCK))), end);
    write(
        ByteBuffer.wrap(HeaderBlock.of(TableHeader.table(layout, rows), sum.value())), headerStart);
    channel.force(true);
    channel.close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void write(ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }
}
