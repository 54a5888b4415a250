-- Takes or renews a lease: the key holds its holder's name for as long as the lease lasts.
-- KEYS[1] the lease; ARGV: holder, lifetime in milliseconds, a former holder that may be replaced ('' for none)
-- Replies with the other holder's name if the lease is taken, else with nil.
local current = redis.call('GET', KEYS[1])
if current and current ~= ARGV[1] and current ~= ARGV[3] then
  return current
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return false
