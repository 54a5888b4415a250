-- Starts the idle time of a member's own entries anew. An entry that was trimmed is left as it is, because XCLAIM
-- would drop it from the pending entries list without a word.
-- KEYS: stream. ARGV: group, consumer, id ...
-- Gives the ids that the member still owns.
local stream, group, consumer = KEYS[1], ARGV[1], ARGV[2]
local owned = {}
for i = 3, #ARGV do
  local id = ARGV[i]
  if redis.call('XPENDING', stream, group, id, id, 1, consumer)[1] then
    if redis.call('XRANGE', stream, id, id)[1] then
      redis.call('XCLAIM', stream, group, consumer, 0, id, 'JUSTID')
    end
    owned[#owned + 1] = id
  end
end
return owned
