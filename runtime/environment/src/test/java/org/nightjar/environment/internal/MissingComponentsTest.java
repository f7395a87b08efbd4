package org.nightjar.environment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

class MissingComponentsTest {
  /** Stands for a component that has no configuration yet. */
  private static final int NONE = -1;

  private final Components components = new Components();

  @Test
  void isEmptyWhenEverythingWorks() {
    components.add("store", "Store", ComponentConfigurationDTO.ACTIVE);
    components.add("delayed", "Other", ComponentConfigurationDTO.SATISFIED);
    assertThat(new MissingComponents(components).explain()).isEmpty();
  }

  @Test
  void followsTheChainToItsInnermostCause() {
    components.add("cli", "CommandLine", ComponentConfigurationDTO.UNSATISFIED_REFERENCE, "Store");
    components.add("store", "Store", ComponentConfigurationDTO.UNSATISFIED_REFERENCE, "DataSource");
    assertThat(new MissingComponents(components).explain())
        .containsExactly(
            "cli <- reference 'toStore' needs Store <- store <- reference 'toDataSource' needs"
                + " DataSource <- no component provides it");
  }

  @Test
  void namesTheFailureAtTheEnd() {
    components.add("cli", "CommandLine", ComponentConfigurationDTO.UNSATISFIED_REFERENCE, "Store");
    components.add("store", "Store", ComponentConfigurationDTO.FAILED_ACTIVATION);
    assertThat(new MissingComponents(components).explain())
        .containsExactly(
            "cli <- reference 'toStore' needs Store <- store <- its activation failed:"
                + " java.io.IOException: disk full");
  }

  @Test
  void endsInACycle() {
    components.add("a", "A", ComponentConfigurationDTO.UNSATISFIED_REFERENCE, "B");
    components.add("b", "B", ComponentConfigurationDTO.UNSATISFIED_REFERENCE, "A");
    assertThat(new MissingComponents(components).explain())
        .hasSize(2)
        .allSatisfy(chain -> assertThat(chain).endsWith("(a circle: it waits for itself)"));
  }

  @Test
  void saysWhoWaitsForAConfiguration() {
    components.add("store", "Store", NONE);
    assertThat(new MissingComponents(components).explain())
        .containsExactly("store <- waits for configuration org.nightjar.store");
  }

  /** A component runtime that knows what it was told. */
  private static final class Components implements ServiceComponentRuntime {
    private final Map<ComponentDescriptionDTO, ComponentConfigurationDTO> known =
        new LinkedHashMap<>();

    void add(String name, String provides, int state, String... awaited) {
      ComponentDescriptionDTO description = new ComponentDescriptionDTO();
      description.name = name;
      description.bundle = new BundleDTO();
      description.properties = Map.of();
      description.configurationPid = new String[] {"org.nightjar." + name};
      description.serviceInterfaces = new String[] {provides};
      List<ReferenceDTO> references = new ArrayList<>();
      List<UnsatisfiedReferenceDTO> unsatisfied = new ArrayList<>();
      for (String type : awaited) {
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "to" + type;
        reference.interfaceName = type;
        references.add(reference);
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = reference.name;
        unsatisfied.add(missing);
      }
      description.references = references.toArray(ReferenceDTO[]::new);
      ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
      configuration.state = state;
      configuration.description = description;
      configuration.failure = "java.io.IOException: disk full\n\tat somewhere";
      configuration.unsatisfiedReferences = unsatisfied.toArray(UnsatisfiedReferenceDTO[]::new);
      known.put(description, configuration);
    }

    @Override
    public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
      return known.keySet();
    }

    @Override
    public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(
        ComponentDescriptionDTO description) {
      ComponentConfigurationDTO configuration = known.get(description);
      return configuration.state == NONE ? List.of() : List.of(configuration);
    }

    @Override
    public boolean isComponentEnabled(ComponentDescriptionDTO description) {
      return true;
    }

    @Override
    public Promise<Void> enableComponent(ComponentDescriptionDTO description) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Promise<Void> disableComponent(ComponentDescriptionDTO description) {
      throw new UnsupportedOperationException();
    }
  }
}
