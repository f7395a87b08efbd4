package org.nightjar.configuration.internal.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.reader.ProductReader;
import org.nightjar.api.reader.Sighting;
import org.nightjar.api.reader.Source;
import org.nightjar.configuration.internal.profile.ProfileFile;
import org.nightjar.configuration.internal.profile.ProfileFolders;

/** Opens a data file as a reader would, and shows what the profiles make of it. */
public final class ProductTrial {
  private static final String NOBODY = "0".repeat(64);

  private final ProfileFolders profiles;
  private final CommandCall call;

  /** A trial that writes its findings to this call. */
  public ProductTrial(ProfileFolders profiles, CommandCall call) {
    this.profiles = profiles;
    this.call = call;
  }

  /**
   * Reads the first product of a file.
   *
   * @return exit status of the command
   */
  public int run(ProductReader reader, Source source) throws NightjarException, IOException {
    List<Sighting> seen = new ArrayList<>();
    reader.scan(
        source,
        sighting -> {
          if (seen.isEmpty()) {
            seen.add(sighting);
          }
        });
    if (seen.isEmpty()) {
      call.err().println("Nothing was found in it.");
      return Command.FOUND;
    }
    Sighting first = seen.get(0);
    ProductRef ref =
        ProductRef.of(first.kind(), source.uri(), first.offset(), first.length(), NOBODY);
    try (Product product = reader.open(source, ref)) {
      return show(source, product);
    }
  }

  private int show(Source source, Product product) throws NightjarException {
    Facts facts = product.facts();
    Optional<Profile> profile = facts.text(FactNames.PROFILE).flatMap(this::profile);
    List<FactRow> rows = new ArrayList<>();
    profile.ifPresent(known -> rows.addAll(FactRow.ofProduct(known, facts)));
    List<ImageRow> images = new ArrayList<>();
    for (Part part : product.parts()) {
      if (part instanceof ImagePart image) {
        if (images.isEmpty() && profile.isPresent()) {
          rows.addAll(FactRow.ofPart(profile.get(), image.info()));
        }
        images.add(ImageRow.of(image));
      }
    }
    TrialReport report =
        new TrialReport(
            source.uri().toString(),
            facts.text(FactNames.PROFILE).orElse(""),
            facts.text(FactNames.PROFILE_NOTE).orElse(""),
            rows,
            images);
    if (call.json()) {
      call.out().println(report.json());
    } else {
      report.print(call.out());
    }
    return report.well() ? Command.OK : Command.FOUND;
  }

  private Optional<Profile> profile(String name) {
    return profiles.file(name).flatMap(file -> ProfileFile.read(name, file, profiles).profile());
  }
}
