package org.nightjar.sinks.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.ReportFiles;
import org.nightjar.api.report.Attachment;

/** Pictures that a report carries, inside the page; the number and size of them are bounded. */
final class Pictures {
  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "image/webp", "image/gif");
  private static final int MOST_BYTES = 4 << 20;

  private final ReportFiles files;
  private int left;

  /**
   * @param mostBytes all pictures of the page together
   */
  Pictures(ReportFiles files, int mostBytes) {
    this.files = files;
    this.left = mostBytes;
  }

  void write(Html html, List<Attachment> attachments) throws NightjarException, IOException {
    for (Attachment attachment : attachments) {
      if (!SHOWN.contains(attachment.mediaType())) {
        continue;
      }
      if (attachment.length() > Math.min(MOST_BYTES, left)) {
        html.raw("<p>The picture ").element("code", attachment.name());
        html.raw(" is too large for this page.</p>\n");
        continue;
      }
      picture(html, attachment);
    }
  }

  /** A picture that is gone must not keep the page from being written. */
  private void picture(Html html, Attachment attachment) throws NightjarException, IOException {
    try {
      byte[] content = content(attachment);
      left -= content.length;
      html.raw("<figure><img alt=\"").text("Picture " + attachment.name()).raw("\" src=\"data:");
      html.text(attachment.mediaType()).raw(";base64,");
      html.raw(Base64.getEncoder().encodeToString(content)).raw("\">");
      html.element("figcaption", attachment.name()).raw("</figure>\n");
    } catch (NightjarException e) {
      if (e.problem().category() == Category.RESOURCE) {
        throw e;
      }
      html.raw("<p>The picture ").element("code", attachment.name());
      html.text(" cannot be shown: " + e.problem().message()).raw("</p>\n");
    }
  }

  private byte[] content(Attachment attachment) throws NightjarException, IOException {
    try (InputStream in = files.open(attachment)) {
      return in.readNBytes(MOST_BYTES);
    }
  }
}
