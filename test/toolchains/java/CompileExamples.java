import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles each folder that the first argument lists, one a line, apart from the others, with the class path of the second
 * argument. Prints a line for each mistake: folder, file, line and text, separated by tabs.
 */
public final class CompileExamples {
  public static void main(String[] arguments) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath = Files.readString(Path.of(arguments[1])).trim();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      for (String folder : Files.readAllLines(Path.of(arguments[0]))) {
        List<Path> sources = sources(folder);
        // An example of templates has none.
        if (sources.isEmpty()) continue;
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-parameters", "-Xlint:none", "-nowarn", "-implicit:none",
            "-sourcepath", folder, "-cp", classPath, "-d", Files.createDirectories(Path.of(folder, ".classes")).toString());
        compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
        for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
          if (one.getKind() != Diagnostic.Kind.ERROR) continue;
          String file = one.getSource() == null ? "" : Path.of(one.getSource().getName()).getFileName().toString();
          String text = one.getMessage(null).replaceAll("\\s+", " ");
          System.out.println(String.join("\t", folder, file, Long.toString(one.getLineNumber()), text));
        }
      }
    }
  }

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }
}
