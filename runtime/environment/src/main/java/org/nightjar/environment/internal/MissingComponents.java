package org.nightjar.environment.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Says which components do not work, and what each of them waits for, down to the root. */
final class MissingComponents {
  /**
   * A component with this property may be there or not, such as one with factory configurations.
   */
  private static final String OPTIONAL = "nightjar.optional";

  private static final String THEN = " <- ";

  private final ServiceComponentRuntime scr;

  MissingComponents(ServiceComponentRuntime scr) {
    this.scr = scr;
  }

  /** One chain per component that nothing else explains; innermost cause last. */
  List<String> explain() {
    Collection<ComponentDescriptionDTO> all = scr.getComponentDescriptionDTOs();
    List<String> chains = new ArrayList<>();
    for (ComponentDescriptionDTO component : all) {
      if (scr.isComponentEnabled(component) && !component.properties.containsKey(OPTIONAL)) {
        explain(component, all, new HashSet<>()).ifPresent(chains::add);
      }
    }
    return chains.stream().filter(chain -> !isPartOfAnother(chain, chains)).toList();
  }

  private static boolean isPartOfAnother(String chain, List<String> chains) {
    return chains.stream().anyMatch(other -> other.endsWith(THEN + chain));
  }

  private Optional<String> explain(
      ComponentDescriptionDTO component,
      Collection<ComponentDescriptionDTO> all,
      Set<String> seen) {
    if (!seen.add(component.bundle.id + "/" + component.name)) {
      return Optional.of(component.name + " (a circle: it waits for itself)");
    }
    Collection<ComponentConfigurationDTO> configurations =
        scr.getComponentConfigurationDTOs(component);
    if (configurations.isEmpty()) {
      return Optional.of(component.name + THEN + waitsForConfiguration(component));
    }
    return configurations.stream()
        .filter(configuration -> !works(configuration))
        .map(configuration -> component.name + THEN + cause(configuration, all, seen))
        .findFirst();
  }

  private static boolean works(ComponentConfigurationDTO configuration) {
    return configuration.state == ComponentConfigurationDTO.SATISFIED
        || configuration.state == ComponentConfigurationDTO.ACTIVE;
  }

  private String cause(
      ComponentConfigurationDTO configuration,
      Collection<ComponentDescriptionDTO> all,
      Set<String> seen) {
    if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
      return "its activation failed: " + firstLine(configuration.failure);
    }
    if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
      return waitsForConfiguration(configuration.description);
    }
    for (UnsatisfiedReferenceDTO unsatisfied : configuration.unsatisfiedReferences) {
      ReferenceDTO reference = reference(configuration.description, unsatisfied.name);
      String text = "reference '" + unsatisfied.name + "' needs " + reference.interfaceName;
      String target = unsatisfied.target == null ? "" : " " + unsatisfied.target;
      return text + target + THEN + provider(reference.interfaceName, all, seen);
    }
    return "SCR says no more than state " + configuration.state;
  }

  private String provider(String type, Collection<ComponentDescriptionDTO> all, Set<String> seen) {
    List<ComponentDescriptionDTO> providers =
        all.stream()
            .filter(component -> Arrays.asList(component.serviceInterfaces).contains(type))
            .toList();
    if (providers.isEmpty()) {
      return "no component provides it";
    }
    return providers.stream()
        .map(
            component ->
                scr.isComponentEnabled(component)
                    ? explain(component, all, seen)
                    : Optional.of(component.name + " is disabled"))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(providers.get(0).name + " works, but its service does not fit the target");
  }

  private static ReferenceDTO reference(ComponentDescriptionDTO component, String name) {
    return Arrays.stream(component.references)
        .filter(reference -> reference.name.equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String waitsForConfiguration(ComponentDescriptionDTO component) {
    return "waits for configuration " + String.join(", ", component.configurationPid);
  }

  private static String firstLine(String failure) {
    return failure == null ? "see the log" : failure.lines().findFirst().orElse("see the log");
  }
}
