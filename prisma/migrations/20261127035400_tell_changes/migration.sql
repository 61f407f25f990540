-- Whoever commits an event moves the head of its chain; from here every server hears of it, once it is committed.
CREATE FUNCTION "tell_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('linchpin_change', NEW."chain" || ' ' || NEW."sequence");
  RETURN NULL;
END;
$$;
CREATE TRIGGER "chain_head_told" AFTER UPDATE OF "sequence" ON "chain_head"
  FOR EACH ROW WHEN (OLD."sequence" IS DISTINCT FROM NEW."sequence") EXECUTE FUNCTION "tell_change"();
