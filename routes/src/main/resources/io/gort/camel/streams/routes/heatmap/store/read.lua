-- Reads what the buckets of one symbol hold, all at one moment.
-- KEYS: head, then the volumes of each bucket
-- Gives clock, price, version, then the text of each bucket, empty for none; nothing if the symbol has no state.
local reply = redis.call('HMGET', KEYS[1], 'clock', 'price', 'version')
if not reply[1] then
  return nil
end
for i = 2, #KEYS do
  reply[i + 2] = redis.call('GET', KEYS[i]) or ''
end
return reply
