package io.gort.camel.streams.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * Keys that no other test uses. Each holds this test's token somewhere in its name, and so does what is derived from it
 * (dead-letter streams, caches, leases): after the test every key with the token is deleted, and nothing else.
 */
public final class TestKeys {

    private final String token =
            "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
    private final AtomicInteger symbols = new AtomicInteger();
    private final RedisClient client;

    TestKeys(RedisClient client) {
        this.client = client;
    }

    /** What all of this test's free keys begin with. */
    public String prefix() {
        return "test:" + token + ":";
    }

    /** A key of this test's own: the same name gives the same key. */
    public String key(String name) {
        return prefix() + name;
    }

    /**
     * A symbol that no other test uses, for typed keys such as {@code liquidations:binance:SYMBOL}; a new one each
     * time.
     */
    public String uniqueSymbol() {
        return uniqueSymbolStart() + "N" + symbols.incrementAndGet() + "USDT";
    }

    /** What all of this test's symbols begin with. */
    public String uniqueSymbolStart() {
        return token;
    }

    /** All keys of this test that exist now. */
    public List<String> existing() {
        ScanParams mine = new ScanParams().match("*" + token + "*").count(1_000);
        List<String> found = new ArrayList<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> page = client.scan(cursor, mine);
            found.addAll(page.getResult());
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return found;
    }

    /** Deletes all keys of this test; the extension does it after the test. */
    public void deleteAll() {
        List<String> keys = existing();
        if (!keys.isEmpty()) {
            client.unlink(keys.toArray(String[]::new));
        }
    }
}
