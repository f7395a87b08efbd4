package org.nightjar.environment.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * The declared components that cannot work, and why. A component that requires a configuration
 * nobody gave has no instance and is not among them: it is switched off, not broken.
 */
final class UnsatisfiedComponents {
  private final Map<ComponentDescriptionDTO, ComponentConfigurationDTO> broken =
      new LinkedHashMap<>();

  private UnsatisfiedComponents() {}

  static UnsatisfiedComponents of(ServiceComponentRuntime runtime) {
    UnsatisfiedComponents components = new UnsatisfiedComponents();
    for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
      if (runtime.isComponentEnabled(description)) {
        runtime.getComponentConfigurationDTOs(description).stream()
            .filter(UnsatisfiedComponents::isBroken)
            .forEach(configuration -> components.broken.put(description, configuration));
      }
    }
    return components;
  }

  private static boolean isBroken(ComponentConfigurationDTO configuration) {
    return configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
        || configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
  }

  /**
   * One line for each component that nothing else here waits for, ending with the innermost cause.
   */
  List<String> chains() {
    Set<ComponentDescriptionDTO> causes = new HashSet<>();
    broken.forEach(
        (component, state) ->
            awaited(component, state)
                .map(this::provider)
                .flatMap(Optional::stream)
                .forEach(causes::add));
    List<ComponentDescriptionDTO> outermost =
        broken.keySet().stream().filter(c -> !causes.contains(c)).toList();
    // In a cycle everybody is somebody's cause: then each is named.
    return (outermost.isEmpty() ? broken.keySet().stream() : outermost.stream())
        .map(c -> chain(c, new HashSet<>()))
        .toList();
  }

  private String chain(ComponentDescriptionDTO component, Set<ComponentDescriptionDTO> visited) {
    ComponentConfigurationDTO state = broken.get(component);
    if (state.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
      return component.name
          + " failed: "
          + String.valueOf(state.failure).lines().findFirst().orElse("");
    }
    visited.add(component);
    List<String> causes = new ArrayList<>();
    awaited(component, state)
        .forEach(
            reference -> {
              String wanted =
                  reference.interfaceName
                      + (reference.target == null ? "" : " " + reference.target);
              causes.add(
                  provider(reference)
                      .filter(provider -> !visited.contains(provider))
                      .map(provider -> wanted + ", from " + chain(provider, visited))
                      .orElse(wanted));
            });
    return component.name + " waits for " + String.join(" and ", causes);
  }

  private static Stream<ReferenceDTO> awaited(
      ComponentDescriptionDTO component, ComponentConfigurationDTO state) {
    Set<String> names = new HashSet<>();
    for (UnsatisfiedReferenceDTO reference : state.unsatisfiedReferences) {
      names.add(reference.name);
    }
    return Stream.of(component.references).filter(reference -> names.contains(reference.name));
  }

  private Optional<ComponentDescriptionDTO> provider(ReferenceDTO reference) {
    return broken.keySet().stream()
        .filter(c -> List.of(c.serviceInterfaces).contains(reference.interfaceName))
        .findFirst();
  }
}
