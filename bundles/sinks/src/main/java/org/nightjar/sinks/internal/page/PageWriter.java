package org.nightjar.sinks.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Facts;
import org.nightjar.api.reader.ReportFiles;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.FiledReport;
import org.nightjar.store.Products;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One page for each product, which needs nothing but itself: no scripts, pictures inside. */
@Component
public final class PageWriter implements ReportWriter {
  private static final int MOST_PICTURE_BYTES = 32 << 20;
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
      <title>%s</title>
      <style>
      %s</style>
      </head>
      <body>
      """;

  private final Products products;
  private final String style;

  /** Made by the component runtime. */
  @Activate
  public PageWriter(@Reference Products products) throws IOException {
    this.products = products;
    try (InputStream css = PageWriter.class.getResourceAsStream("page.css")) {
      this.style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String title() {
    return "one page for each product";
  }

  @Override
  public String mediaType() {
    return "text/html";
  }

  @Override
  public String suffix() {
    return ".html";
  }

  @Override
  public Scope scope() {
    return Scope.PRODUCT;
  }

  @Override
  public void write(List<FiledReport> reports, ReportFiles files, OutputStream target)
      throws NightjarException, IOException {
    FiledReport first = reports.get(0);
    Optional<Facts> facts = products.find(first.product().sha256()).map(Envelope::facts);
    Html html = new Html();
    String title = Html.escaped(Page.fileName(first.product())) + ": Nightjar";
    html.raw(HEAD.formatted(title, style));
    new Page(html, new Pictures(files, MOST_PICTURE_BYTES)).write(reports, facts);
    html.raw("</body>\n</html>\n");
    target.write(html.toString().getBytes(StandardCharsets.UTF_8));
  }
}
