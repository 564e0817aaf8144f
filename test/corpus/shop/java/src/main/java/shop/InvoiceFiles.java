package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.springframework.stereotype.Component;

@Component
public class InvoiceFiles {
    private static final Path FOLDER = Paths.get("/var/invoices");

    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(Paths.get("/var/invoices/" + name));
    }

    public byte[] readInside(String name) throws IOException {
        Path file = FOLDER.resolve(name).normalize();
        if (!file.startsWith(FOLDER)) {
            throw new IOException("outside of the folder");
        }
        return Files.readAllBytes(file);
    }
}
