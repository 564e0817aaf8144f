package shop;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/invoices")
public class InvoiceController {
    private final JdbcTemplate jdbc;
    private final InvoiceFiles files;

    public InvoiceController(JdbcTemplate jdbc, InvoiceFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @GetMapping("/search")
    public List<Map<String, Object>> search(@RequestParam String customer) {
        String sql = "SELECT number, total FROM invoices WHERE customer = '" + customer + "'";
        return jdbc.queryForList(sql);
    }

    @GetMapping("/of/{customer}")
    public List<Map<String, Object>> of(@PathVariable String customer) {
        return jdbc.queryForList("SELECT number, total FROM invoices WHERE customer = ?", customer);
    }

    @GetMapping("/{number}")
    public List<Map<String, Object>> one(@PathVariable long number) {
        return jdbc.queryForList("SELECT number, total FROM invoices WHERE number = " + number);
    }

    @GetMapping("/pdf")
    public byte[] pdf(@RequestParam String name) throws Exception {
        return files.read(name);
    }

    @GetMapping("/print")
    public void print(HttpServletRequest request) throws Exception {
        String printer = request.getParameter("printer");
        Runtime.getRuntime().exec("lpr -P " + printer + " invoice.pdf");
    }

    @GetMapping("/print-default")
    public void printDefault() throws Exception {
        new ProcessBuilder("lpr", "-P", "office", "invoice.pdf").start();
    }
}
