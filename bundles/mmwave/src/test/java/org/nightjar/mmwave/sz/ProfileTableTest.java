package org.nightjar.mmwave.sz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nightjar.mmwave.FlatUniverse;

class ProfileTableTest {
  private static final FlatUniverse STANDARD = new FlatUniverse(70, 0.3);

  @Test
  void oneShapeNeedsNoGrid() {
    ProfileTable table = ProfileTable.of(new Arnaud2010(STANDARD), 1e13, 3e15, 0.01, 3, 1e-3);
    assertThat(table.size()).isEqualTo(4);
    assertThat(table.error()).isLessThan(1e-6);
  }

  @Test
  void interpolatedProfilesKeepTheTolerance() {
    for (ProfileModel model :
        new ProfileModel[] {
          new Arnaud2010(STANDARD),
          new Battaglia2012(STANDARD, 0.157),
          new Battaglia2016(STANDARD, 0.157)
        }) {
      ProfileTable table = ProfileTable.of(model, 1e13, 3e15, 0.01, 3, 1e-3);
      assertThat(table.error()).isLessThan(1e-3);
      double worst = 0;
      for (double mass : new double[] {1.3e13, 7.7e13, 3.1e14, 2.2e15}) {
        for (double z : new double[] {0.013, 0.21, 0.77, 2.6}) {
          Gnfw profile = model.at(mass, z);
          RadialProfile radial = table.at(mass, z, 1);
          double centre = LineOfSight.column(profile, 0);
          for (int i = 0; i <= 400; i++) {
            double radius = profile.cut() * Math.pow(i / 400.0, 2);
            double error = Math.abs(radial.at(radius) - LineOfSight.column(profile, radius));
            worst = Math.max(worst, error / centre);
          }
        }
      }
      assertThat(worst).as(model.getClass().getSimpleName()).isLessThan(2e-3);
    }
  }

  @Test
  void clustersOutsideTheGridAreIntegrated() {
    ProfileModel model = new Battaglia2012(STANDARD, 0.157);
    ProfileTable table = ProfileTable.of(model, 1e14, 1e15, 0.1, 1, 1e-3);
    double value = table.at(2e13, 0.02, 1).at(0);
    assertThat(value / LineOfSight.column(model.at(2e13, 0.02), 0)).isBetween(0.99999, 1.00001);
  }
}
