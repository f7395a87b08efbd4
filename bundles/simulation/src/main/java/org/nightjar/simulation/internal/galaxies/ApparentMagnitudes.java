package org.nightjar.simulation.internal.galaxies;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.CellType;
import org.nightjar.api.simulation.Accuracy;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.Chunk;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.ParameterInfo.Type;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;
import org.nightjar.galaxies.spectrum.Filter;
import org.nightjar.galaxies.spectrum.FilterLibrary;
import org.nightjar.galaxies.spectrum.Photometry;
import org.nightjar.galaxies.spectrum.TemplateSet;
import org.nightjar.yaml.Suggestion;
import org.osgi.service.component.annotations.Component;

/** Apparent magnitudes of galaxies through filters. */
@Component
public final class ApparentMagnitudes implements SkyComponent {
  /** Magnitudes may be off by this much. */
  private static final double TOLERANCE = 5e-4;

  private final FilterLibrary filters = FilterLibrary.load();

  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "galaxies.apparent-magnitudes",
        "1",
        Role.COLUMNS,
        "Apparent AB magnitudes through filters, of sums of five synthetic spectra.",
        "Blanton and Roweis 2007, AJ 133, 734, section 2; spectra: RATIONALE of the galaxies bundle",
        List.of(
            ParameterInfo.column("redshift", "", Range.atLeastZero(), "redshift"),
            ParameterInfo.column(
                "magnitude", "mag", Range.any(), "absolute, in the reference band"),
            ParameterInfo.column("coefficients", "", Range.atLeastZero(), "shares of the spectra"),
            ParameterInfo.of("filters", Type.TEXTS, "", Range.any(), "names, such as sdss-g"),
            ParameterInfo.of("reference", Type.TEXT, "", Range.any(), "band of the magnitudes")
                .or("bessell-b"),
            ParameterInfo.number("z-max", "", Range.of(1e-6, 20), "largest redshift").or(2.0)),
        List.of(
            new OutputInfo(
                "magnitudes", CellType.SINGLE, 1, "mag", "phot.mag", "apparent AB magnitudes")));
  }

  @Override
  public List<OutputInfo> outputs(Arguments arguments) throws NightjarException {
    int spectra = TemplateSet.synthetic().size();
    if (arguments.width("coefficients") != spectra) {
      throw wrong(
          "there are " + arguments.width("coefficients") + " coefficients",
          "coefficients",
          "There are " + spectra + " spectra.");
    }
    filter(arguments.text("reference"), "reference");
    List<Filter> bands = bands(arguments);
    if (bands.isEmpty()) {
      throw wrong("no filters are named", "filters", "Name at least one.");
    }
    return List.of(info().outputs().get(0).wide(bands.size()));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) throws NightjarException {
    try {
      return new Magnitudes(
          new Photometry(
              TemplateSet.synthetic(),
              bands(arguments),
              filter(arguments.text("reference"), "reference"),
              Universe.of(context.cosmology()),
              arguments.number("z-max"),
              TOLERANCE));
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), "z-max", "The spectra end in the ultraviolet: stay nearer.");
    }
  }

  private List<Filter> bands(Arguments arguments) throws NightjarException {
    List<Filter> bands = new ArrayList<>();
    for (String name : arguments.texts("filters")) {
      bands.add(filter(name, "filters"));
    }
    return bands;
  }

  private Filter filter(String name, String parameter) throws NightjarException {
    return filters
        .named(name)
        .orElseThrow(
            () ->
                wrong(
                    "there is no filter '" + name + "'",
                    parameter,
                    Suggestion.remedy(name, filters.names())));
  }

  private static NightjarException wrong(String message, String parameter, String remedy) {
    return NightjarException.of(StandardError.BAD_CONFIGURATION, message, parameter, remedy);
  }

  private record Magnitudes(Photometry photometry) implements Calculation {
    @Override
    public void fill(Chunk chunk) throws NightjarException {
      double[] redshift = chunk.reals("redshift");
      for (int i = 0; i < chunk.size(); i++) {
        if (redshift[i] > photometry.zMax()) {
          throw wrong(
              "a redshift of " + redshift[i] + " is beyond z-max, " + photometry.zMax(),
              "z-max",
              "Raise z-max.");
        }
      }
      photometry.apparent(
          chunk.size(),
          redshift,
          chunk.reals("magnitude"),
          chunk.reals("coefficients"),
          chunk.single(0));
    }

    @Override
    public List<Accuracy> accuracies() {
      return List.of(new Accuracy("magnitudes (mag)", TOLERANCE, photometry.error()));
    }
  }
}
