package org.nightjar.inference.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.inference.internal.onnx.DeviceSettings;

class DeviceChoiceTest {
  private static final Path DATA = Path.of("/var/nightjar");

  private static DeviceSettings read(Map<String, Object> changed) {
    return DeviceChoice.read(TestSettings.with(changed), DATA);
  }

  @Test
  void byDefaultNothingIsToldAndNothingLimited() {
    DeviceSettings settings = read(Map.of("device", "auto"));
    assertThat(settings.choice()).isEqualTo("auto");
    assertThat(settings.library()).isEmpty();
    assertThat(settings.mistake()).isEmpty();
    assertThat(settings.options()).isEmpty();
    assertThat(settings.memory()).isEmpty();
    assertThat(settings.deviceMemory()).isEmpty();
  }

  @Test
  void whatTheOperatorSaysIsPassedOn() {
    DeviceSettings settings =
        read(
            Map.of(
                "device",
                "provider",
                "providerLibrary",
                "lib/provider.so",
                "providerOptions",
                new String[] {"device_id=2", " cache = /var/a=b "},
                "memoryMegabytes",
                512,
                "deviceMemoryMegabytes",
                40_000));
    assertThat(settings.library()).contains(DATA.resolve("lib/provider.so"));
    assertThat(settings.options()).isEqualTo(Map.of("device_id", "2", "cache", "/var/a=b"));
    assertThat(settings.memory()).hasValue(512L << 20);
    assertThat(settings.deviceMemory()).hasValue(40_000L << 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provider |             | inference.providerLibrary does not name its file
          cuda     | device_id=x | the device_id in inference.providerOptions is not a number from 0 to 999
          cuda     | fast        | inference.providerOptions has 'fast', which is not KEY=VALUE
          cuda     | =1          | inference.providerOptions has '=1', which is not KEY=VALUE
          cpu      | fast        | ''
          """)
  void aMistakeIsAReasonForTheProcessor(String device, String option, String mistake) {
    String[] options = option == null ? new String[0] : new String[] {option};
    assertThat(read(Map.of("device", device, "providerOptions", options)).mistake())
        .isEqualTo(mistake);
  }
}
