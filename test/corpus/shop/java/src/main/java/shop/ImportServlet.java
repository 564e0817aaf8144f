package shop;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Random;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

public class ImportServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Document catalogue = parse(request);
            Document prices = parseStrictly(request);
            response.getWriter().println(catalogue.getChildNodes().getLength() + prices.getChildNodes().getLength());
        } catch (Exception problem) {
            response.sendError(400);
        }
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (ObjectInputStream basket = new ObjectInputStream(request.getInputStream())) {
            log("basket " + basket.readObject().hashCode());
        } catch (ClassNotFoundException problem) {
            response.sendError(400);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Cookie ticket = new Cookie("ticket", ticket());
        ticket.setSecure(true);
        ticket.setHttpOnly(true);
        response.addCookie(ticket);
        response.addCookie(new Cookie("session", weakToken()));
        response.setContentType("text/html");
        response.getWriter().println("<p>Imported for " + request.getParameter("shop") + "</p>");
    }

    private Document parse(HttpServletRequest request) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(request.getInputStream());
    }

    private Document parseStrictly(HttpServletRequest request) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(request.getInputStream());
    }

    private static String weakToken() {
        return Long.toHexString(new Random().nextLong());
    }

    private static String ticket() {
        return Long.toHexString(new SecureRandom().nextLong());
    }

    static byte[] passwordDigest(String password) throws Exception {
        return MessageDigest.getInstance("MD5").digest(password.getBytes("UTF-8"));
    }

    static byte[] checksum(byte[] content) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }
}
