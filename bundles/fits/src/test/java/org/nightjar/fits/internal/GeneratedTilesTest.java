package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;

/** Hundreds of small images that cfitsio compresses, one of each sort, against what it reads. */
class GeneratedTilesTest {
  private static final String PROGRAM =
      """
      import os, sys, warnings
      import numpy as np
      from astropy.io import fits
      warnings.simplefilter('ignore')
      rng = np.random.default_rng(7)
      def put(name, data, **how):
          path = os.path.join(sys.argv[1], name + '.fits')
          try:
              fits.CompImageHDU(data, **how).writeto(path)
              with fits.open(path) as f:
                  f[1].data.astype('>f8').tofile(path.replace('.fits', '.ref'))
          except Exception as e:
              # Some sorts cfitsio refuses to write.
              print(name, e)
              if os.path.exists(path):
                  os.remove(path)
      Y, X = 37, 53
      yy, xx = np.mgrid[:Y, :X]
      base = 100 + 5 * rng.standard_normal((Y, X))
      base += 900 * np.exp(-((yy - 20) ** 2 + (xx - 30) ** 2) / 30.)
      methods = ['RICE_1', 'GZIP_1', 'GZIP_2', 'HCOMPRESS_1', 'PLIO_1']
      tiles = {'row': None, 'part': (20, 16), 'rows': (X, 8), 'whole': (X, Y)}
      for t in (np.uint8, np.int16, np.uint16, np.int32, np.uint32):
          n = np.dtype(t).name
          low, high = np.iinfo(t).min, np.iinfo(t).max
          for c in methods:
              for shape, size in tiles.items():
                  how = dict(compression_type=c, tile_size=size)
                  name = f'{n}_{c}_{shape}'
                  put(name, np.clip(base / (8 if high == 255 else 1), 0, high).astype(t), **how)
                  put(name + '_const', np.full((Y, X), 7, t), **how)
                  # cfitsio's H-compress overruns its buffer on noise, its PLIO on large numbers.
                  if c not in ('HCOMPRESS_1', 'PLIO_1'):
                      put(name + '_noise', rng.integers(low, high, (Y, X), t, True), **how)
      for t in (np.float32, np.float64):
          n = np.dtype(t).name
          for c in methods[:4]:
              for shape, size in tiles.items():
                  for method in (-1, 1, 2):
                      for level in (16., -2.5, 0.):
                          if level == 0 and not c.startswith('GZIP'):
                              continue
                          how = dict(compression_type=c, tile_size=size, quantize_level=level,
                                     quantize_method=method,
                                     dither_seed=1 + int(rng.integers(10000)))
                          name = f'{n}_{c}_{shape}_{method}_{level}'
                          image = base.astype(t)
                          image[5:8, 10:14] = 0
                          put(name, image, **how)
                          image[20, :] = np.nan
                          image[25:30, 5:9] = np.nan
                          put(name + '_nan', image, **how)
          for method in (1, 2):
              put(f'{n}_long_{method}', rng.standard_normal((130, 190)).astype(t),
                  tile_size=(190, 130), quantize_method=method)
      for scale in (0, 1, 2.5, 8, -1):
          for smooth in (0, 1):
              for size in ((53, 37), (16, 16)):
                  how = dict(compression_type='HCOMPRESS_1', tile_size=size, hcomp_scale=scale,
                             hcomp_smooth=smooth)
                  name = f'h_{scale}_{smooth}_{size[0]}'
                  put(name + '_i2', base.astype(np.int16), **how)
                  put(name + '_i4', (base * 1000 - 60000).astype(np.int32), **how)
                  put(name + '_f', base.astype(np.float32), quantize_method=1, **how)
      for c in methods:
          cube = rng.integers(0, 200, (5, 9, 11)).astype(np.int16)
          put(f'cube_{c}', cube, compression_type=c, tile_size=(11, 9, 1))
          if c == 'HCOMPRESS_1':
              continue
          for size in (None, (4, 3, 2), (11, 9, 5)):
              put(f'cube_{c}_{size}', cube, compression_type=c, tile_size=size)
          put(f'cube_{c}_f', rng.standard_normal((5, 9, 11)).astype(np.float32),
              compression_type=c, tile_size=(11, 9, 2))
      for c in methods:
          for shape in ((1, 1), (1, 7), (7, 1), (2, 3), (4, 4), (5, 4)):
              put(f'small_{c}_{shape}', rng.integers(0, 99, shape).astype(np.int16),
                  compression_type=c)
              put(f'small_{c}_{shape}_f', rng.standard_normal(shape).astype(np.float32),
                  compression_type=c)
      put('line', rng.integers(0, 99, 100).astype(np.int16))
      """;

  @TempDir Path folder;

  @Test
  void cfitsioReadsTheSamePixels() throws Exception {
    Path made = Files.createDirectory(folder.resolve("made"));
    Astropy.run(folder, PROGRAM, made);
    List<Path> files;
    try (Stream<Path> all = Files.list(made)) {
      files = all.filter(f -> f.toString().endsWith(".fits")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(500);
    try (Reading reading = new Reading(folder)) {
      for (Path file : files) {
        compare(reading, file);
      }
    }
  }

  private static void compare(Reading reading, Path file) throws Exception {
    String name = file.getFileName().toString();
    double[] expected = Astropy.doubles(file.resolveSibling(name.replace(".fits", ".ref")));
    try (Product product = reading.open(file)) {
      ImagePart image = Reading.image(product);
      PixelComparison comparison = new PixelComparison(image, expected);
      for (int plane = 0; plane < image.planes(); plane++) {
        comparison.check(new Region(plane, 0, 0, image.width(), image.height()));
      }
      Random random = new Random(20261120);
      for (int i = 0; i < 20; i++) {
        comparison.check(PixelComparison.rectangle(image, random));
      }
      comparison.checkTiles();
    } catch (AssertionError | Exception e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }
}
