package org.nightjar.itests.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** The rules of the design that can be read off the class files. */
class ArchitectureTest {
  /** Bundles that judge. They may use libraries and the contract, and nothing else of ours. */
  private static final Set<String> TASKS = Set.of("imaging", "simulation", "transients");

  /** Bundles without the platform in them. */
  private static final Set<String> LIBRARIES =
      Set.of(
          "cosmology",
          "galaxies",
          "image",
          "json",
          "lensing",
          "mmwave",
          "onnx",
          "rendering",
          "sky",
          "statistics",
          "yaml");

  /** Fewer classes than this means that the rules looked at the wrong folders. */
  private static final int LEAST_CLASSES = 200;

  private static JavaClasses all;

  @BeforeAll
  static void readOurClasses() throws IOException {
    all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPaths(ourClassFolders());
  }

  @Test
  void enoughClassesWereLookedAt() {
    assertThat(all.size()).isGreaterThan(LEAST_CLASSES);
  }

  @TestFactory
  List<DynamicTest> tasksImportTheContractAndLibrariesAlone() {
    return TASKS.stream()
        .map(
            task ->
                DynamicTest.dynamicTest(
                    task,
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(root(task))
                            .should()
                            .dependOnClassesThat(
                                resideInAnyPackage("org.nightjar..")
                                    .and(resideOutsideOfPackages(root(task), root("api")))
                                    .and(resideOutsideOfPackages(roots(LIBRARIES))))
                            .check(all)))
        .toList();
  }

  @TestFactory
  List<DynamicTest> everyOutsideTechnologyHasOneHome() {
    Map<String, Home> homes =
        Map.ofEntries(
            Map.entry(
                "Vert.x bus", new Home(List.of("io.vertx.core.eventbus.."), List.of(root("bus")))),
            Map.entry("Vert.x Web", new Home(List.of("io.vertx.ext.web.."), List.of(root("http")))),
            Map.entry(
                "DJL",
                new Home(List.of("ai.djl.."), List.of(root("inference"), root("translators")))),
            Map.entry(
                "ONNX Runtime", new Home(List.of("ai.onnxruntime.."), List.of(root("inference")))),
            Map.entry(
                "JDBC", new Home(List.of("java.sql..", "javax.sql.."), List.of(root("store")))),
            Map.entry(
                "Parquet",
                new Home(
                    List.of("org.apache.parquet..", "org.apache.hadoop..", "blue.strategic.."),
                    List.of(root("tables")))),
            Map.entry(
                "Micrometer and Prometheus",
                new Home(List.of("io.micrometer..", "io.prometheus.."), List.of(root("metrics")))),
            Map.entry("nom-tam-fits", new Home(List.of("nom.tam.."), List.of(root("fits")))),
            Map.entry("Avro", new Home(List.of("org.apache.avro.."), List.of(root("alerts")))),
            Map.entry("YAML", new Home(List.of("org.snakeyaml.."), List.of(root("yaml")))),
            Map.entry("picocli", new Home(List.of("picocli.."), List.of(root("cli")))),
            Map.entry(
                "OSGi framework",
                new Home(
                    List.of("org.osgi.framework.."),
                    List.of(root("plugins"), root("launcher"), root("environment")))));
    return homes.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> entry.getValue().onlyThere().check(all)))
        .toList();
  }

  @Test
  void theContractDependsOnTheJdkAndOsgiAnnotationsAlone() {
    noClasses()
        .that()
        .resideInAPackage(root("api"))
        .should()
        .dependOnClassesThat(
            resideOutsideOfPackages("java..", "org.osgi.annotation..", root("api")))
        .check(all);
  }

  @Test
  void exportedInterfacesSayWhoImplementsThem() {
    classes()
        .that(areExported())
        .and()
        .areInterfaces()
        .and()
        .areNotAnnotations()
        .and()
        .areTopLevelClasses()
        .and()
        .haveSimpleNameNotEndingWith("package-info")
        .should()
        .beAnnotatedWith(ConsumerType.class)
        .orShould()
        .beAnnotatedWith(ProviderType.class)
        .check(all);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.nightjar.(**)").should().beFreeOfCycles().check(all);
  }

  @Test
  void nothingStaticChanges() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(SYNTHETIC)
        .should()
        .beFinal()
        .because("state that belongs to nobody survives what should have ended")
        .check(all);
  }

  private static DescribedPredicate<JavaClass> areExported() {
    return DescribedPredicate.describe(
        "are exported",
        type ->
            !type.getPackageName().contains(".internal")
                && type.getPackage().isAnnotatedWith("org.osgi.annotation.versioning.Version"));
  }

  private static String root(String module) {
    return "org.nightjar." + module + "..";
  }

  private static String[] roots(Set<String> modules) {
    return modules.stream().map(ArchitectureTest::root).toArray(String[]::new);
  }

  private static List<Path> ourClassFolders() throws IOException {
    Path top = Path.of(System.getProperty("user.dir")).getParent();
    List<Path> folders = new ArrayList<>();
    for (String group : List.of("plugin-api", "bundles", "runtime")) {
      try (DirectoryStream<Path> modules = Files.newDirectoryStream(top.resolve(group))) {
        for (Path module : modules) {
          Path classes = module.resolve("target/classes/org/nightjar");
          if (Files.isDirectory(classes)) {
            folders.add(classes);
          }
        }
      }
    }
    return folders;
  }

  /** Packages of a technology and the only packages of ours that may use them. */
  private record Home(List<String> technology, List<String> home) {
    ArchRule onlyThere() {
      return noClasses()
          .that(resideOutsideOfPackages(home.toArray(String[]::new)))
          .should()
          .dependOnClassesThat(resideInAnyPackage(technology.toArray(String[]::new)))
          .allowEmptyShould(true);
    }
  }
}
