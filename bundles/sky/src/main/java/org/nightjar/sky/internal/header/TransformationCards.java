package org.nightjar.sky.internal.header;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.sky.internal.distortion.Distortion;
import org.nightjar.sky.internal.distortion.Tpv;
import org.nightjar.sky.internal.projection.Projection;
import org.nightjar.sky.internal.projection.Projections;
import org.nightjar.sky.internal.sphere.NativePole;
import org.nightjar.sky.internal.transformation.Linear;
import org.nightjar.sky.internal.transformation.Transformation;

/** From the cards of a header to the transformation that they describe. */
public final class TransformationCards {
  private final Cards cards;
  private final CelestialAxes axes;
  private final PvCards pv;
  private final LinearCards linear;

  private TransformationCards(Cards cards, CelestialAxes axes) throws NightjarException {
    this.cards = cards;
    this.axes = axes;
    this.pv = new PvCards(cards, axes);
    this.linear = new LinearCards(cards, axes);
  }

  /**
   * The transformation of the primary world coordinates.
   *
   * @return empty if the header has no celestial axes
   * @throws NightjarException of category DATA, its place the keyword at fault
   */
  public static Optional<Transformation> read(Facts header) throws NightjarException {
    Cards cards = new Cards(header);
    Optional<CelestialAxes> axes = CelestialAxes.of(cards);
    return axes.isEmpty()
        ? Optional.empty()
        : Optional.of(new TransformationCards(cards, axes.get()).transformation());
  }

  private Transformation transformation() throws NightjarException {
    refuseWhatIsNotDone();
    boolean tpv = pvDistorts();
    // A header with both has them from SCAMP and SIP for the same thing: its CTYPE says which
    // counts.
    boolean sip = axes.distortion().equals("SIP") || !tpv;
    Linear matrix = linear.read();
    Projection projection = projection();
    double[] native0 = {referenceLongitude(tpv), referenceLatitude(tpv, projection)};
    return new Transformation(
        cards.number("CRPIX1", 0),
        cards.number("CRPIX2", 0),
        sip && SipCards.present(cards) ? SipCards.read(cards) : Distortion.NONE,
        matrix,
        tpv && !sip ? Tpv.of(pv.ofLongitude(), pv.ofLatitude()) : Distortion.NONE,
        offset(tpv, projection, native0),
        projection,
        pole(tpv, native0).toCelestial(),
        FrameCards.read(cards, axes));
  }

  private void refuseWhatIsNotDone() throws NightjarException {
    String type = "CTYPE" + axes.longitude();
    if (!Projections.CODES.contains(axes.projection())) {
      throw Cards.unsupported(type, "asks for the projection '" + axes.projection() + "'");
    }
    boolean sip = axes.distortion().equals("SIP") && !axes.projection().equals("TPV");
    if (!axes.distortion().isEmpty() && !sip) {
      throw Cards.unsupported(type, "asks for the distortion '" + axes.distortion() + "'");
    }
    for (String keyword : List.of("CPDIS1", "CPDIS2", "CQDIS1", "CQDIS2", "D2IMDIS1", "D2IMDIS2")) {
      if (cards.has(keyword)) {
        throw Cards.unsupported(keyword, "asks for a distortion by a table");
      }
    }
  }

  /** Whether PVi_m are distortion terms: those of TPV, or of what SCAMP calls TAN. */
  private boolean pvDistorts() {
    return axes.projection().equals("TPV") || axes.projection().equals("TAN") && pv.areDistortion();
  }

  private Projection projection() throws NightjarException {
    double[] parameters = pv.ofLatitude();
    if (axes.projection().equals("NCP")) {
      // Paper II, section 6.1.2: the north celestial pole projection of old synthesis telescopes.
      parameters[1] = 0;
      parameters[2] = 1 / Math.tan(latitude());
    }
    return Projections.of(axes.projection(), parameters)
        .orElseThrow(
            () ->
                Cards.corrupt(
                    "PV" + axes.latitude() + "_1",
                    "and its fellows make no projection '" + axes.projection() + "'"));
  }

  private double longitude() throws NightjarException {
    return Math.toRadians(
        cards.number("CRVAL" + axes.longitude(), 0) * linear.unit(axes.longitude()));
  }

  private double latitude() throws NightjarException {
    String keyword = "CRVAL" + axes.latitude();
    double degrees = cards.number(keyword, 0) * linear.unit(axes.latitude());
    if (Math.abs(degrees) > 90 + 1e-9) {
      throw Cards.corrupt(keyword, "is " + degrees + " degrees, beyond a pole");
    }
    return Math.toRadians(degrees);
  }

  private double referenceLongitude(boolean tpv) {
    return tpv ? 0 : Math.toRadians(pv.ofLongitude(1, 0));
  }

  /** Paper II, section 6.1.4: GLS is SFL whose reference latitude only moves the map. */
  private double referenceLatitude(boolean tpv, Projection projection) throws NightjarException {
    if (axes.projection().equals("GLS")) {
      return latitude();
    }
    double own = pv.ofLongitude(2, Double.NaN);
    return tpv || Double.isNaN(own) ? projection.theta0() : Math.toRadians(own);
  }

  /** PVi_0: whether x and y count from the reference point or from the projection's own centre. */
  private double[] offset(boolean tpv, Projection projection, double[] native0) {
    double[] plane = new double[2];
    boolean asked = axes.projection().equals("GLS") || !tpv && pv.ofLongitude(0, 0) != 0;
    if (asked) {
      double phi = native0[0];
      double theta = native0[1];
      double[] vector = {
        Math.cos(theta) * Math.cos(phi), Math.cos(theta) * Math.sin(phi), Math.sin(theta)
      };
      projection.toPlane(vector, plane);
    }
    return plane;
  }

  private NativePole pole(boolean tpv, double[] native0) throws NightjarException {
    double latitude = latitude();
    double usual = latitude >= native0[1] ? 0 : 180;
    double phiPole = tpv ? Double.NaN : pv.ofLongitude(3, Double.NaN);
    double thetaPole = tpv ? Double.NaN : pv.ofLongitude(4, Double.NaN);
    phiPole = Double.isNaN(phiPole) ? cards.number("LONPOLE", usual) : phiPole;
    thetaPole = Double.isNaN(thetaPole) ? cards.number("LATPOLE", 90) : thetaPole;
    return NativePole.of(
            longitude(),
            latitude,
            native0[0],
            native0[1],
            Math.toRadians(phiPole),
            Math.toRadians(thetaPole))
        .orElseThrow(
            () ->
                Cards.corrupt("LONPOLE", "fits no rotation that has the reference point at CRVAL"));
  }
}
