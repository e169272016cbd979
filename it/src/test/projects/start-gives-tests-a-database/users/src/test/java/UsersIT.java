import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class UsersIT {
    @Test
    void hasADatabaseOfItsOwn() throws Exception {
        try (Connection database = DriverManager.getConnection(
                        System.getProperty("jdbcUrl"), System.getProperty("user"), System.getProperty("password"));
                Statement statement = database.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT to_regclass('public.users') IS NOT NULL, to_regclass('public.orders') IS NULL")) {
            tables.next();
            assertEquals("true true", tables.getBoolean(1) + " " + tables.getBoolean(2));
        }
    }
}
