package dev.pgmigrate.sql.lexer;

import static dev.pgmigrate.sql.lexer.Token.FIRST_COL_NAME;
import static dev.pgmigrate.sql.lexer.Token.FIRST_RESERVED;
import static dev.pgmigrate.sql.lexer.Token.FIRST_TYPE_FUNC_NAME;
import static dev.pgmigrate.sql.lexer.Token.FIRST_UNRESERVED;
import static dev.pgmigrate.sql.lexer.Token.IDENT;

/**
 * PostgreSQL 18's keywords with their four classes, and what a word of each class may name.
 *
 * <p>The words of a class stand in the order of their ids ({@link Keyword}); a new word goes to both lists.
 */
public final class Keywords {
    private static final String UNRESERVED = """
        abort absent absolute access action add admin after aggregate also alter always asensitive assertion
        assignment at atomic attach attribute backward before begin breadth by cache call called cascade
        cascaded catalog chain characteristics checkpoint class close cluster columns comment comments
        commit committed compression conditional configuration conflict connection constraints content
        continue conversion copy cost csv cube current cursor cycle data database day deallocate declare
        defaults deferred definer delete delimiter delimiters depends depth detach dictionary disable
        discard document domain double drop each empty enable encoding encrypted enforced enum error escape
        event exclude excluding exclusive execute explain expression extension external family filter
        finalize first following force format forward function functions generated global granted groups
        handler header hold hour identity if immediate immutable implicit import include including increment
        indent index indexes inherit inherits inline input insensitive insert instead invoker isolation keep
        key keys label language large last leakproof level listen load local location lock locked logged
        mapping match matched materialized maxvalue merge method minute minvalue mode month move name names
        nested new next nfc nfd nfkc nfkd no normalized nothing notify nowait nulls object objects of off
        oids old omit operator option options ordinality others over overriding owned owner parallel
        parameter parser partial partition passing password path period plan plans policy preceding prepare
        prepared preserve prior privileges procedural procedure procedures program publication quote quotes
        range read reassign recursive ref referencing refresh reindex relative release rename repeatable
        replace replica reset restart restrict return returns revoke role rollback rollup routine routines
        rows rule savepoint scalar schema schemas scroll search second security sequence sequences
        serializable server session set sets share show simple skip snapshot source sql stable standalone
        start statement statistics stdin stdout storage stored strict string strip subscription support
        sysid system tables tablespace target temp template temporary text ties transaction transform
        trigger truncate trusted type types uescape unbounded uncommitted unconditional unencrypted unknown
        unlisten unlogged until update vacuum valid validate validator value varying version view views
        virtual volatile whitespace within without work wrapper write xml year yes zone
        """;

    private static final String COL_NAME = """
        between bigint bit boolean char character coalesce dec decimal exists extract float greatest
        grouping inout int integer interval json json_array json_arrayagg json_exists json_object
        json_objectagg json_query json_scalar json_serialize json_table json_value least merge_action
        national nchar none normalize nullif numeric out overlay position precision real row setof smallint
        substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists
        xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
        """;

    private static final String TYPE_FUNC_NAME = """
        authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull
        join left like natural notnull outer overlaps right similar tablesample verbose
        """;

    private static final String RESERVED = """
        all analyse analyze and any array as asc asymmetric both case cast check collate column constraint
        create current_catalog current_date current_role current_time current_timestamp current_user default
        deferrable desc distinct do else end except false fetch for foreign from grant group having in
        initially intersect into lateral leading limit localtime localtimestamp not null offset on only or
        order placing primary references returning select session_user some symmetric system_user table then
        to trailing true union unique user using variadic when where window with
        """;

    /** The words that are a column's label only behind AS; all others are one without it too. */
    private static final String AS_LABEL = """
        array as char character create day except fetch filter for from grant group having hour intersect
        into isnull limit minute month notnull offset on order over overlaps precision returning second to
        union varying where window with within without year
        """;

    private static final String[] WORDS = words(UNRESERVED + COL_NAME + TYPE_FUNC_NAME + RESERVED);

    /** Open addressing over {@link #hash}; a slot holds an id, or 0. */
    private static final int[] SLOTS = new int[2048];

    private static final boolean[] BARE_LABEL = new boolean[WORDS.length];

    private static final int LONGEST = 17;

    static {
        for (int i = 0; i < WORDS.length; i++) {
            String word = WORDS[i];
            BARE_LABEL[i] = true;
            int slot = hash(word.toCharArray(), 0, word.length()) & (SLOTS.length - 1);
            while (SLOTS[slot] != 0) {
                slot = (slot + 1) & (SLOTS.length - 1);
            }
            SLOTS[slot] = FIRST_UNRESERVED + i;
        }
        for (String word : words(AS_LABEL)) {
            BARE_LABEL[find(word.toCharArray(), 0, word.length()) - FIRST_UNRESERVED] = false;
        }
    }

    private Keywords() {}

    private static String[] words(String text) {
        return text.strip().replace('\n', ' ').split(" ", -1);
    }

    /** Returns the id of the keyword between two indices of {@code text}, in any case, or {@link Token#IDENT}. */
    static int find(char[] text, int start, int end) {
        if (end - start > LONGEST) {
            return IDENT;
        }
        int slot = hash(text, start, end) & (SLOTS.length - 1);
        while (SLOTS[slot] != 0) {
            int id = SLOTS[slot];
            if (spells(WORDS[id - FIRST_UNRESERVED], text, start, end)) {
                return id;
            }
            slot = (slot + 1) & (SLOTS.length - 1);
        }
        return IDENT;
    }

    /** Returns the id of the keyword {@code word}, in any case, or {@link Token#IDENT} where it is none. */
    public static int find(String word) {
        return find(word.toCharArray(), 0, word.length());
    }

    /** Returns the keyword of an id in lower case. */
    public static String word(int keyword) {
        return WORDS[keyword - FIRST_UNRESERVED];
    }

    public static boolean isKeyword(int token) {
        return token >= FIRST_UNRESERVED;
    }

    public static boolean isReserved(int token) {
        return token >= FIRST_RESERVED;
    }

    /** Returns whether {@code token} may name a column or a table: ColId of the grammar. */
    public static boolean isColId(int token) {
        return token >= IDENT && token < FIRST_TYPE_FUNC_NAME;
    }

    /** Returns whether {@code token} may name a function or a type: type_function_name of the grammar. */
    public static boolean isTypeFunctionName(int token) {
        return token >= IDENT && (token < FIRST_COL_NAME || token >= FIRST_TYPE_FUNC_NAME) && token < FIRST_RESERVED;
    }

    /** Returns whether {@code token} is an identifier or a keyword that is not reserved: NonReservedWord. */
    public static boolean isNonReservedWord(int token) {
        return token >= IDENT && token < FIRST_RESERVED;
    }

    /** Returns whether {@code token} may be a label behind AS: ColLabel, which any keyword may be. */
    public static boolean isColLabel(int token) {
        return token >= IDENT;
    }

    /** Returns whether {@code token} may be a label without AS: BareColLabel of the grammar. */
    public static boolean isBareColLabel(int token) {
        return token == IDENT || (token >= FIRST_UNRESERVED && BARE_LABEL[token - FIRST_UNRESERVED]);
    }

    private static int hash(char[] text, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + (text[i] | 0x20);
        }
        return hash ^ (hash >>> 11);
    }

    /** Compares ASCII letters only: the server folds keywords without regard to its locale. */
    private static boolean spells(String word, char[] text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (word.charAt(i - start) != (c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c)) {
                return false;
            }
        }
        return true;
    }
}
