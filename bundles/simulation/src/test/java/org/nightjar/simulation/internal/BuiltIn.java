package org.nightjar.simulation.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nightjar.api.error.Problem;
import org.nightjar.api.reader.TableFileWriter;
import org.nightjar.fits.internal.catalogue.FitsTableWriter;
import org.nightjar.simulation.internal.component.CapPositions;
import org.nightjar.simulation.internal.component.ChosenNumbers;
import org.nightjar.simulation.internal.component.ConstantValue;
import org.nightjar.simulation.internal.component.FieldRows;
import org.nightjar.simulation.internal.component.LinearValue;
import org.nightjar.simulation.internal.component.LogNormalNumbers;
import org.nightjar.simulation.internal.component.LogUniformNumbers;
import org.nightjar.simulation.internal.component.NormalNumbers;
import org.nightjar.simulation.internal.component.PoissonRows;
import org.nightjar.simulation.internal.component.PowerValue;
import org.nightjar.simulation.internal.component.SumValue;
import org.nightjar.simulation.internal.component.TruncatedNormalNumbers;
import org.nightjar.simulation.internal.component.UniformNumbers;
import org.nightjar.simulation.internal.galaxies.AngularSizes;
import org.nightjar.simulation.internal.galaxies.ApparentMagnitudes;
import org.nightjar.simulation.internal.galaxies.BetaEllipticities;
import org.nightjar.simulation.internal.galaxies.DirichletCoefficients;
import org.nightjar.simulation.internal.galaxies.EarlyTypeSizes;
import org.nightjar.simulation.internal.galaxies.LateTypeSizes;
import org.nightjar.simulation.internal.galaxies.LinearSizes;
import org.nightjar.simulation.internal.galaxies.RydenEllipticities;
import org.nightjar.simulation.internal.galaxies.SchechterLightCone;
import org.nightjar.simulation.internal.galaxies.SmailRedshifts;
import org.nightjar.simulation.internal.language.SkyReader;
import org.nightjar.simulation.internal.plan.SkyPlan;
import org.nightjar.simulation.internal.registry.InstalledModels;
import org.nightjar.tables.internal.stream.CsvTableWriter;
import org.nightjar.tables.internal.stream.ParquetTableWriter;
import org.nightjar.yaml.ProblemList;

/** What ships, and descriptions as texts. */
public final class BuiltIn {
  private BuiltIn() {}

  /** All components and formats of ours. */
  public static InstalledModels models() {
    InstalledModels installed = new InstalledModels();
    List.of(
            new CapPositions(),
            new ChosenNumbers(),
            new ConstantValue(),
            new FieldRows(),
            new LinearValue(),
            new LogNormalNumbers(),
            new LogUniformNumbers(),
            new NormalNumbers(),
            new PoissonRows(),
            new PowerValue(),
            new SumValue(),
            new TruncatedNormalNumbers(),
            new UniformNumbers(),
            new AngularSizes(),
            new ApparentMagnitudes(),
            new BetaEllipticities(),
            new DirichletCoefficients(),
            new EarlyTypeSizes(),
            new LateTypeSizes(),
            new LinearSizes(),
            new RydenEllipticities(),
            new SchechterLightCone(),
            new SmailRedshifts(),
            new SlowSquares())
        .forEach(installed::add);
    List.<TableFileWriter>of(new FitsTableWriter(), new CsvTableWriter(), new ParquetTableWriter())
        .forEach(installed::addWriter);
    return installed;
  }

  private static SkyReader reader() {
    InstalledModels models = models();
    return new SkyReader(models.components(), models.writers().keySet());
  }

  /** The plan of a description that is right. */
  public static SkyPlan plan(Path folder, String yaml) throws IOException {
    ProblemList problems = new ProblemList(write(folder, yaml));
    return reader()
        .read(folder.resolve("sky.yaml"), problems)
        .orElseThrow(() -> new AssertionError(problems.inOrder()));
  }

  /** What is wrong with a description. */
  public static List<Problem> problems(Path folder, String yaml) throws IOException {
    ProblemList problems = new ProblemList(write(folder, yaml));
    if (reader().read(folder.resolve("sky.yaml"), problems).isPresent()) {
      throw new AssertionError("nothing is wrong");
    }
    return problems.inOrder();
  }

  private static Path write(Path folder, String yaml) throws IOException {
    return Files.writeString(folder.resolve("sky.yaml"), yaml);
  }
}
