-- Puts shorter texts in the place of what the volumes of buckets begin with; what was appended meanwhile stays behind them.
-- A text that is no longer there, as another member was faster, is left alone.
-- KEYS: volumes of buckets
-- ARGV: for each the text that was there, and the one that says the same
for i, key in ipairs(KEYS) do
  local known, shorter = ARGV[2 * i - 1], ARGV[2 * i]
  local text = redis.call('GET', key)
  if text and string.sub(text, 1, #known) == known then
    redis.call('SET', key, shorter .. string.sub(text, #known + 1), 'KEEPTTL')
  end
end
