-- Takes pending entries over, with their fields. Trimmed ones are acknowledged.
-- KEYS: stream. ARGV: group, consumer, minIdle (-1: only own entries, delivery count kept), id ...
-- Gives { { id, fields, deliveryCount } ... }, { trimmed id ... }
local stream, group, consumer, minIdle = KEYS[1], ARGV[1], ARGV[2], tonumber(ARGV[3])
local retake = minIdle < 0
local claimed, trimmed = {}, {}

local function pendingEntry(id)
  if retake then
    return redis.call('XPENDING', stream, group, id, id, 1, consumer)[1]
  end
  local pending = redis.call('XPENDING', stream, group, id, id, 1)[1]
  return pending and pending[3] >= minIdle and pending or nil
end

for i = 4, #ARGV do
  local id = ARGV[i]
  local pending = pendingEntry(id)
  if pending then
    local entry = redis.call('XRANGE', stream, id, id)[1]
    if entry then
      local count = retake and pending[4] or pending[4] + 1
      redis.call('XCLAIM', stream, group, consumer, 0, id, 'RETRYCOUNT', count, 'JUSTID')
      claimed[#claimed + 1] = { id, entry[2], count }
    else
      redis.call('XACK', stream, group, id)
      trimmed[#trimmed + 1] = id
    end
  end
end
return { claimed, trimmed }
