package dev.pgmigrate.sql.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The words and their ids are two lists, and this keeps them one. */
class KeywordsTest {
    /** How many keywords PostgreSQL 18 has. */
    private static final int KEYWORDS = 494;

    @Test
    void eachConstantIsTheIdOfItsOwnWord() throws IllegalAccessException {
        Field[] constants = Keyword.class.getFields();

        assertThat(constants).hasSize(KEYWORDS);
        for (Field constant : constants) {
            String word = constant.getName().toLowerCase(Locale.ROOT);
            assertThat(Keywords.word(constant.getInt(null))).isEqualTo(word);
            assertThat(Keywords.find(word)).isEqualTo(constant.getInt(null));
            assertThat(Keywords.find(constant.getName())).isEqualTo(constant.getInt(null));
        }
    }

    @Test
    void aWordOfAClassMayNameWhatTheManualSays() {
        assertThat(IntStream.of(Token.IDENT, Keyword.ABORT, Keyword.BETWEEN)).allMatch(Keywords::isColId);
        assertThat(IntStream.of(Keyword.LEFT, Keyword.SELECT, Token.SCONST)).noneMatch(Keywords::isColId);
        assertThat(IntStream.of(Token.IDENT, Keyword.ABORT, Keyword.LEFT)).allMatch(Keywords::isTypeFunctionName);
        assertThat(IntStream.of(Keyword.BETWEEN, Keyword.SELECT)).noneMatch(Keywords::isTypeFunctionName);
        assertThat(IntStream.of(Keyword.SELECT, Keyword.LEFT, Token.IDENT)).allMatch(Keywords::isColLabel);
        assertThat(IntStream.of(Keyword.SELECT, Keyword.AND, Keyword.PATH)).allMatch(Keywords::isBareColLabel);
        assertThat(IntStream.of(Keyword.FROM, Keyword.YEAR, Keyword.OVER, Keyword.ISNULL))
                .noneMatch(Keywords::isBareColLabel);
    }

    @Test
    void foldsAsciiAlone() {
        assertThat(Keywords.find("\u212ANOW")).isEqualTo(Token.IDENT);
        assertThat(Keywords.find("l\u0131m\u0131t")).isEqualTo(Token.IDENT);
        assertThat(Keywords.find("LiMiT")).isEqualTo(Keyword.LIMIT);
    }
}
