import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.example.db.tables.OrderLines;
import org.example.db.tables.Orders;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class OrdersTest {
    @Test
    void hasADatabaseOfItsOwn() throws Exception {
        try (Connection database = DriverManager.getConnection(
                        System.getProperty("jdbcUrl"), System.getProperty("user"), System.getProperty("password"));
                Statement statement = database.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT to_regclass('public.orders') IS NOT NULL, to_regclass('public.users') IS NULL")) {
            tables.next();
            assertEquals("true true", tables.getBoolean(1) + " " + tables.getBoolean(2));
        }
    }

    @Test
    void findsTheClassesThatWereGeneratedFromIt() throws Exception {
        assertEquals(
                List.of(Orders.ORDERS.ID),
                OrderLines.ORDER_LINES.getReferences().get(0).getKeyFields());
        try (Connection database = DriverManager.getConnection(
                System.getProperty("jdbcUrl"), System.getProperty("user"), System.getProperty("password"))) {
            assertEquals(0, DSL.using(database, SQLDialect.POSTGRES).fetchCount(OrderLines.ORDER_LINES));
        }
    }
}
