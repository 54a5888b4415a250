-- Reads what the buckets of one symbol hold, all at one moment.
-- KEYS: head, then the volumes of each bucket
-- Gives clock, price, version, then for each bucket the number of its texts and the texts: field, value ...; nothing
-- if the symbol has no state.
local reply = redis.call('HMGET', KEYS[1], 'clock', 'price', 'version')
if not reply[1] then
  return nil
end
for i = 2, #KEYS do
  local texts = redis.call('HGETALL', KEYS[i])
  reply[#reply + 1] = #texts
  for _, text in ipairs(texts) do
    reply[#reply + 1] = text
  end
end
return reply
