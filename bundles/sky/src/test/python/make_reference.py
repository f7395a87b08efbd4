"""Writes the reference table of the world coordinates, from astropy (wcslib, ERFA).

    /usr/bin/python3 src/test/python/make_reference.py > src/test/resources/org/nightjar/sky/wcs/reference.txt

Needs numpy and astropy; the committed table is of astropy 5.2.1 with wcslib 7.12. Nothing in it is random: the
same versions write the same file. Form: `case NAME`, then cards `KEYWORD=value`, then `x y ra dec`, zero-based
pixels and ICRS degrees, nan where wcslib has no sky.
"""

import sys
import warnings

import astropy
import numpy as np
from astropy.coordinates import FK4, FK5, FK4NoETerms, Galactic, SkyCoord
from astropy.io import fits
from astropy.time import Time
from astropy.wcs import WCS

warnings.simplefilter("ignore")
astropy.log.setLevel("ERROR")
random = np.random.default_rng(20261120)


def cards(projection, ra, dec, scale, turn=20.0, pixels=2000, **more):
    """Cards of a square image that is turned by some degrees, its reference pixel off the middle."""
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    header = {
        "CTYPE1": f"RA---{projection}",
        "CTYPE2": f"DEC--{projection}",
        "CRVAL1": ra,
        "CRVAL2": dec,
        "CRPIX1": 0.45 * pixels + 0.25,
        "CRPIX2": 0.55 * pixels - 0.125,
        "CD1_1": -scale * c,
        "CD1_2": scale * s,
        "CD2_1": scale * s,
        "CD2_2": scale * c,
    }
    header.update(more)
    return header


def icrs(lon, lat, frame):
    """To ICRS as Nightjar understands it: FK5 of J2000 is the ICRS."""
    if frame is None:
        return lon, lat
    good = np.isfinite(lon)
    sky = SkyCoord(lon[good], lat[good], unit="deg", frame=frame)
    if isinstance(frame, FK5):
        sky = sky.transform_to(FK5(equinox="J2000"))
    else:
        sky = sky.icrs
    ra, dec = np.full(lon.shape, np.nan), np.full(lon.shape, np.nan)
    ra[good], dec[good] = sky.ra.deg, sky.dec.deg
    return ra, dec


def case(name, header, pixels=2000, points=9, frame=None, understood_as=None):
    whole = fits.Header()
    for key, value in {**header, **(understood_as or {})}.items():
        whole[key] = value
    wcs = WCS(whole)
    x = np.concatenate([[-0.5, pixels - 0.5], random.uniform(0, pixels, points - 2)])
    y = np.concatenate([[-0.5, pixels - 0.5], random.uniform(0, pixels, points - 2)])
    x, y = np.round(x, 3), np.round(y, 3)
    if wcs.naxis == 2:
        world = wcs.all_pix2world(x, y, 0)
        lon, lat = (world[1], world[0]) if wcs.wcs.lng == 1 else world
    else:
        full = np.zeros((points, wcs.naxis))
        full[:, 0], full[:, 1] = x, y
        world = wcs.all_pix2world(full, 0)
        lon, lat = world[:, wcs.wcs.lng], world[:, wcs.wcs.lat]
    ra, dec = icrs(lon, lat, frame)
    print(f"case {name}")
    for key, value in header.items():
        print(f"{key}={value!r}" if not isinstance(value, str) else f"{key}='{value}'")
    for row in zip(x, y, ra % 360, dec):
        print(" ".join(repr(float(v)) for v in row))


PLACES = {
    "usual": (150.0, 2.2, {}),
    "wrap": (359.9, -30.5, {"LONPOLE": 150.0}),
    "north": (120.0, 90.0, {}),
    "south": (200.0, -90.0, {"LONPOLE": 35.0}),
    "equator": (0.0, 0.0, {}),
    "high": (83.0, 67.0, {"LONPOLE": -120.0}),
}

# Where a projection's reference point is on its equator, a pole on the sky leaves LATPOLE to decide.
OBLIQUE = {
    "usual": (150.0, 0.0, {}),
    "wrap": (359.9, -30.5, {"LONPOLE": 150.0}),
    "north": (120.0, 90.0, {"LONPOLE": 0.0}),
    "tilted": (200.0, -45.0, {"LONPOLE": 150.0, "LATPOLE": -90.0}),
    "turned": (0.0, 20.0, {"LONPOLE": -60.0, "LATPOLE": 10.0}),
    "high": (83.0, 67.0, {}),
}

ZPN = {"PV2_1": 1.0, "PV2_3": 42.0, "PV2_5": -900.0}
WIDE_ZPN = {"PV2_0": 0.0, "PV2_1": 0.974, "PV2_2": 0.0213, "PV2_3": -0.083, "PV2_5": 0.0118}

IRAC = {
    "A_ORDER": 3, "B_ORDER": 3,
    "A_0_2": 2.9656e-06, "A_0_3": 3.7746e-09, "A_1_1": 2.1886e-05, "A_1_2": -1.6847e-07,
    "A_2_0": -2.3863e-05, "A_2_1": -8.561e-09, "A_3_0": -1.4172e-07,
    "B_0_2": 2.31e-05, "B_0_3": -1.6168e-07, "B_1_1": -2.4386e-05, "B_1_2": -5.7813e-09,
    "B_2_0": 2.1197e-06, "B_2_1": -1.6583e-07, "B_3_0": -2.0249e-08,
    "AP_ORDER": 1, "BP_ORDER": 1, "AP_1_0": 0.5, "BP_0_1": 0.5,
}
SIP_5 = {
    "A_ORDER": 5, "B_ORDER": 4,
    "A_1_0": 1.2e-05, "A_0_1": -3.0e-06, "A_2_0": 2.4e-07, "A_1_1": -5.1e-07, "A_0_2": 1.1e-07,
    "A_3_0": -8.3e-11, "A_1_2": -9.1e-11, "A_4_0": 3.0e-15, "A_2_2": -4.0e-15, "A_5_0": 2.0e-18, "A_2_3": 1.0e-18,
    "B_1_0": -2.2e-06, "B_0_1": 1.7e-05, "B_2_0": -3.1e-07, "B_1_1": 2.7e-07, "B_0_2": 6.1e-07,
    "B_2_1": -8.8e-11, "B_0_3": -7.9e-11, "B_0_4": 5.0e-15, "B_3_1": -2.0e-15,
}
# Of the size that DECam and ZTF headers have.
TPV_3 = {
    "PV1_0": -5.2e-04, "PV1_1": 1.0013, "PV1_2": -2.1e-04, "PV1_4": 3.1e-03, "PV1_5": -1.4e-03, "PV1_6": 8.7e-04,
    "PV1_7": -2.3e-03, "PV1_8": 5.5e-04, "PV1_9": -1.9e-03, "PV1_10": 3.3e-04,
    "PV2_0": 3.9e-04, "PV2_1": 0.9991, "PV2_2": 1.8e-04, "PV2_4": -2.2e-03, "PV2_5": 2.6e-03, "PV2_6": -6.1e-04,
    "PV2_7": 1.7e-03, "PV2_8": -4.5e-04, "PV2_9": 2.1e-03, "PV2_10": -2.7e-04,
}


def tpv_7():
    """Every term up to order 7, radial ones too, each shifting a corner by some hundredths of a degree."""
    terms = {}
    orders = [0, 1, 1, 1] + [2] * 3 + [3] * 5 + [4] * 5 + [5] * 7 + [6] * 7 + [7] * 9
    for axis in (1, 2):
        for m, order in enumerate(orders):
            size = 2e-3 * 0.7 ** order
            value = float(np.round(random.uniform(-size, size), 9))
            terms[f"PV{axis}_{m}"] = 1.0 + value if m == 1 else value
    return terms


def main():
    print(f"# astropy {astropy.__version__}, wcslib {astropy.wcs._wcs.__version__}")
    for projection in ("TAN", "SIN", "ARC", "STG", "ZEA"):
        for place, (ra, dec, more) in PLACES.items():
            scale = 0.02 if place != "high" else 0.05
            case(f"{projection} {place}", cards(projection, ra, dec, scale, **more))
    for place, (ra, dec, more) in PLACES.items():
        case(f"ZPN {place}", cards("ZPN", ra, dec, 1.1e-3, **more, **ZPN))
        case(f"ZPN wide {place}", cards("ZPN", ra, dec, 0.03, turn=-70, **more, **WIDE_ZPN))
        case(f"SIN slanted {place}", cards("SIN", ra, dec, 0.03, **more, PV2_1=0.12, PV2_2=-0.31), points=7)
    for projection in ("CAR", "CEA", "MER", "SFL", "AIT", "MOL"):
        parameter = {"PV2_1": 0.75} if projection == "CEA" else {}
        for place, (ra, dec, more) in OBLIQUE.items():
            scale = {"usual": 0.18, "wrap": 0.02, "turned": 0.1}.get(place, 0.07)
            case(f"{projection} {place}", cards(projection, ra, dec, scale, turn=3, **more, **parameter), points=8)

    for place, (ra, dec, more) in PLACES.items():
        case(f"SIP IRAC {place}", cards("TAN-SIP", ra, dec, 3.4e-4, pixels=256, **more, **IRAC), pixels=256)
        case(f"TPV {place}", cards("TPV", ra, dec, 2.5e-4, pixels=6000, **more, **TPV_3), pixels=6000)
    case("SIP order 5", cards("TAN-SIP", 30.0, -55.0, 1.4e-4, pixels=4000, **SIP_5), pixels=4000, points=20)
    case("SIP on ZEA", cards("ZEA-SIP", 30.0, -55.0, 1.4e-4, pixels=4000, **SIP_5), pixels=4000)
    case("SIP without suffix", cards("TAN", 30.0, -55.0, 1.4e-4, pixels=4000, **SIP_5), pixels=4000)
    case("SIP and PV", cards("TAN-SIP", 30.0, -55.0, 1.4e-4, pixels=4000, **SIP_5, **TPV_3), pixels=4000)
    case("TPV order 7", cards("TPV", 244.0, 33.0, 5e-4, pixels=3000, **tpv_7()), pixels=3000, points=30)
    case("TAN with PV", cards("TAN", 10.0, -20.0, 2.5e-4, pixels=6000, **TPV_3), pixels=6000,
         understood_as={"CTYPE1": "RA---TPV", "CTYPE2": "DEC--TPV"})
    case("TAN with PV1_3", cards("TAN", 10.0, -20.0, 2.5e-4, PV1_3=170.0), pixels=2000)

    plain = {"CTYPE1": "RA---TAN", "CTYPE2": "DEC--TAN", "CRVAL1": 200.0, "CRVAL2": -30.0, "CRPIX1": 900.5,
             "CRPIX2": 1100.25}
    case("CROTA2", {**plain, "CDELT1": -0.01, "CDELT2": 0.012, "CROTA2": 33.0})
    case("CDELT alone", {**plain, "CDELT1": -0.01, "CDELT2": 0.012})
    case("PC", {**plain, "CDELT1": -0.01, "CDELT2": 0.012, "PC1_1": 0.9, "PC1_2": -0.3, "PC2_1": 0.35, "PC2_2": 0.95})
    case("PC in part", {**plain, "CDELT1": -0.01, "CDELT2": 0.012, "PC1_2": -0.3})
    case("CD in part", {**plain, "CD1_2": 0.01, "CD2_1": -0.012})
    case("CUNIT", {**plain, "CUNIT1": "arcsec", "CUNIT2": "arcmin", "CRVAL1": 720000.0, "CRVAL2": -1800.0,
                   "CDELT1": -36.0, "CDELT2": 0.72})
    swapped = {"CTYPE1": "DEC--TAN", "CTYPE2": "RA---TAN", "CRVAL1": -30.0, "CRVAL2": 200.0, "CRPIX1": 900.5,
               "CRPIX2": 1100.25}
    case("swapped CD", {**swapped, "CD1_1": 0.003, "CD1_2": 0.01, "CD2_1": 0.011, "CD2_2": -0.002})
    case("swapped CROTA", {**swapped, "CDELT1": 0.012, "CDELT2": -0.01, "CROTA1": 25.0})
    case("swapped SIP", {**swapped, "CTYPE1": "DEC--TAN-SIP", "CTYPE2": "RA---TAN-SIP", "CD1_1": 0.0001,
                         "CD1_2": 0.001, "CD2_1": 0.001, "CD2_2": 0.0, **SIP_5})
    case("cube", {"NAXIS": 3, **plain, "CTYPE3": "FREQ", "CRVAL3": 1.4e9, "CDELT3": 1e6, "CRPIX3": 1.0,
                  "CDELT1": -0.01, "CDELT2": 0.01})
    case("cube with PC", {"NAXIS": 3, **plain, "CTYPE3": "WAVE", "CRVAL3": 1e-6, "CDELT3": 1e-9, "CRPIX3": 1.0,
                          "CDELT1": -0.01, "CDELT2": 0.01, "PC1_2": 0.2, "PC3_3": 1.0})
    case("GLS", cards("GLS", 40.0, 30.0, 0.01, turn=0))
    case("GLS at the equator", cards("GLS", 350.0, 0.0, 0.05, turn=10))
    case("NCP", cards("NCP", 40.0, 60.0, 0.01))
    case("offset", cards("CAR", 40.0, 30.0, 0.02, PV1_0=1.0, PV1_1=10.0, PV1_2=25.0, LONPOLE=5.0))
    case("phi0 and theta0", cards("ZEA", 40.0, 30.0, 0.02, PV1_1=10.0, PV1_2=55.0, PV1_3=20.0, PV1_4=80.0))

    galactic = {"CTYPE1": "GLON-CAR", "CTYPE2": "GLAT-CAR", "CRVAL1": 30.0, "CRVAL2": 0.0, "CRPIX1": 900.0,
                "CRPIX2": 1000.0, "CDELT1": -0.05, "CDELT2": 0.05}
    case("galactic CAR", galactic, frame=Galactic())
    case("galactic TAN", {**cards("TAN", 266.0, -61.0, 0.01), "CTYPE1": "GLON-TAN", "CTYPE2": "GLAT-TAN"},
         frame=Galactic())
    b1950 = Time(1950.0, format="byear")
    case("FK4", cards("TAN", 83.0, 22.0, 0.01, EQUINOX=1950.0), frame=FK4(equinox=b1950))
    case("FK4 at the pole", cards("TAN", 83.0, 90.0, 0.001, RADESYS="FK4"), frame=FK4(equinox=b1950))
    case("FK4 B1900", cards("TAN", 283.0, -42.0, 0.01, RADECSYS="FK4", EQUINOX=1900.0),
         frame=FK4(equinox=Time(1900.0, format="byear")))
    case("FK4-NO-E", cards("SIN", 83.0, 22.0, 0.01, RADESYS="FK4-NO-E"), frame=FK4NoETerms(equinox=b1950))
    case("FK5 J1987.5", cards("TAN", 183.0, 62.0, 0.01, EQUINOX=1987.5),
         frame=FK5(equinox=Time(1987.5, format="jyear")))
    case("FK5 J2050", cards("TAN", 3.0, -62.0, 0.01, RADESYS="FK5", EQUINOX=2050.0),
         frame=FK5(equinox=Time(2050.0, format="jyear")))
    case("FK5 J2000", cards("TAN", 3.0, -62.0, 0.01, RADESYS="FK5", EQUINOX=2000.0))
    case("ICRS with an equinox", cards("TAN", 3.0, -62.0, 0.01, RADESYS="ICRS", EQUINOX=2015.5))


if __name__ == "__main__":
    sys.exit(main())
