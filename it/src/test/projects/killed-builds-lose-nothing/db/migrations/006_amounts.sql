UPDATE events SET amount = amount + 1000000;
