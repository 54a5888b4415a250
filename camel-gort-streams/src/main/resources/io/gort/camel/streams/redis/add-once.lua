-- Adds an entry unless its marker tells that it was added. The marker is set first, so that a refusal comes before the
-- XADD, and taken back if that fails.
-- KEYS: stream, marker. ARGV: lifetime of the marker in ms, arguments of XADD after the key.
-- Gives the id that the entry got the first time, nil if there is no stream and the entry may not make it.
local stream, marker = KEYS[1], KEYS[2]
local lifetime = ARGV[1]

local known = redis.call('GET', marker) -- works while the memory is full, unlike a SET that is refused for nothing
if known then
  return known
end
redis.call('SET', marker, '', 'NX', 'PX', lifetime)

local added = redis.pcall('XADD', stream, unpack(ARGV, 2))
if type(added) ~= 'string' then
  redis.call('DEL', marker)
  return added
end
redis.call('SET', marker, added, 'PX', lifetime)
return added
