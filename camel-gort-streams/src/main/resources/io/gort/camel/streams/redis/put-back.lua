-- Puts an entry back into a group that lost it: it is on the stream, but in nobody's pending entries list.
-- KEYS: stream. ARGV: group, consumer, id, delivery count
-- Gives 1 if it was put back.
local stream, group, consumer, id, count = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]
if redis.call('XPENDING', stream, group, id, id, 1)[1] or not redis.call('XRANGE', stream, id, id)[1] then
  return 0
end
redis.call('XCLAIM', stream, group, consumer, 0, id, 'RETRYCOUNT', count, 'FORCE', 'JUSTID')
return 1
